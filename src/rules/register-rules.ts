import type { Core } from '@strapi/strapi';
import { judgePublication } from './judge-publication';
import { prepareClone } from './prepare-clone';
import { prepareSave } from './prepare-save';
import { isRecord } from './readers';
import { isLocalized, schemaOf } from './schema';
import type { SealedRules } from './type-rules';
import { refuse, violation } from './violation';

type Params = {
  documentId?: string;
  locale?: string | string[] | null;
  status?: string;
  data?: unknown;
};

const toData = (data: unknown): Record<string, unknown> => (isRecord(data) ? data : {});

const JUDGED = new Set(['create', 'update', 'clone', 'publish']);

/**
 * Registers the one document middleware that runs the rules of every type: format and consistency
 * on each save, completeness at publication. What breaks a rule is refused whole, with every broken
 * rule in one ValidationError. Call it in `register()`.
 * @param rules the rules by content-type uid; other types pass untouched
 */
export const registerRules = ({
  strapi,
  rules,
  clock = () => new Date(),
}: {
  strapi: Core.Strapi;
  rules: Readonly<Record<string, SealedRules>>;
  clock?: () => Date;
}): void => {
  const defaultLocale = (): Promise<string> =>
    strapi.plugin('i18n').service('locales').getDefaultLocale();

  const isKnownLocale = async (code: string): Promise<boolean> =>
    Boolean(await strapi.plugin('i18n').service('locales').findByCode(code));

  strapi.documents.use(async (context, next) => {
    const typeRules = rules[context.uid];
    const { action } = context;
    if (!typeRules || !JUDGED.has(action)) return next();
    const schema = schemaOf({ strapi, uid: context.uid });
    const params: Params = context.params;
    const now = clock();

    return strapi.db.transaction(async ({ trx }) => {
      if (action === 'publish' || action === 'clone') {
        const { documentId } = params;
        if (documentId === undefined) return next();
        const asked = [params.locale ?? (await defaultLocale())].flat();
        const locales = asked.includes('*') ? ('*' as const) : asked;
        const document = { strapi, schema, rules: typeRules, documentId, locales, now };
        if (action === 'publish') {
          refuse(await judgePublication(document), schema.uid);
          return next();
        }
        const plan = await prepareClone({ ...document, trx, sent: toData(params.data) });
        refuse(plan.violations, schema.uid);
        Object.assign(context, { params: { ...params, data: plan.data } });
        const result = await next();
        await plan.nameClones(result);
        return result;
      }
      const sent = toData(params.data);
      const given = action === 'update' ? params.documentId : sent.documentId;
      const documentId = typeof given === 'string' ? given : undefined;
      const asked = Array.isArray(params.locale) ? params.locale[0] : params.locale;
      const locale = isLocalized(schema) ? (asked ?? (await defaultLocale())) : undefined;
      if (action === 'update') {
        const exists = await strapi.db
          .query(schema.uid)
          .findOne({ select: ['id'], where: { documentId } });
        if (!exists) return next();
      }
      if (locale !== undefined && !(await isKnownLocale(locale))) {
        refuse(
          [violation({ path: ['locale'], rule: 'known-locale', values: { locale } })],
          schema.uid,
        );
      }
      const plan = await prepareSave({
        strapi,
        trx,
        schema,
        rules: typeRules,
        documentId,
        locale,
        sent,
        complete: params.status === 'published',
        now,
      });
      refuse(plan.violations, schema.uid);
      Object.assign(context, { params: { ...params, data: plan.data } });
      return next();
    });
  });
};
