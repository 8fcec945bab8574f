import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { tongueOf } from '../refusals/tongue-of';
import { sayFault } from '../refusals/translate-refusal';
import { hasDraftAndPublish, isLocalized, schemaOf } from '../rules/schema';
import { readDraft } from '../rules/store';
import type { SealedRules } from '../rules/type-rules';
import type { CheckPublication } from './contracts';
import { findPoints } from './find-points';

type Context = Parameters<Core.MiddlewareHandler>[0];

/**
 * Adds the admin's route by which the panel asks what a draft still misses for publication, for
 * whoever may read that draft. Call it in `register()`.
 */
export const registerPublicationCheck = ({
  strapi,
  rules,
  clock = () => new Date(),
}: {
  strapi: Core.Strapi;
  rules: Readonly<Record<string, SealedRules>>;
  clock?: () => Date;
}): void => {
  const check = async (ctx: Context): Promise<CheckPublication> => {
    const { uid, documentId } = ctx.params;
    const typeRules = rules[uid];
    if (!typeRules) throw new errors.NotFoundError();
    const schema = schemaOf({ strapi, uid });
    const { locale: asked } = ctx.query;
    const locale =
      typeof asked === 'string' && asked !== ''
        ? asked
        : await strapi.plugin('i18n').service('locales').getDefaultLocale();
    const draft = await readDraft({ strapi, schema, documentId, locale });
    if (!draft || !hasDraftAndPublish(schema)) throw new errors.NotFoundError();
    const checker = strapi
      .plugin('content-manager')
      .service('permission-checker')
      .create({ userAbility: ctx.state.userAbility, model: uid });
    if (checker.cannot.read(isLocalized(schema) ? { ...draft, locale } : draft)) {
      throw new errors.ForbiddenError();
    }
    const tongue = tongueOf({ strapi, ctx });
    const found = await findPoints({
      strapi,
      uid,
      rules: typeRules,
      documentId,
      locale,
      now: clock(),
    });
    return {
      data: found.map((fault) => ({
        path: [...(fault.path ?? [])],
        message: sayFault({ fault, uid, tongue }),
      })),
    };
  };
  strapi.server.routes({
    type: 'admin',
    prefix: '/publication-check',
    routes: [
      {
        method: 'GET',
        path: '/:uid/:documentId',
        info: { type: 'admin' },
        config: { policies: ['admin::isAuthenticatedAdmin'] },
        handler: check,
      },
    ],
  } as unknown as Core.Router);
};
