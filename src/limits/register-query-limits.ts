import type { Core } from '@strapi/strapi';
import { NAME_LOCALES } from '../names/native-name';
import { isRecord } from '../rules/readers';
import { type Attributes, schemaOf } from '../rules/schema';
import { requestKind } from '../setup/request-kind';
import { filterValueProblems } from './filter-value-problems';
import { type Problem, problem, refuseProblems } from './problem';
import { queryProblems } from './query-problems';

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Asks the database only about a locale that is not one of ours. */
const localeProblems = async (strapi: Core.Strapi, locale: unknown): Promise<Problem[]> => {
  const known: readonly unknown[] = ['*', '', ...NAME_LOCALES];
  const unknown = [locale ?? ''].flat().filter((code) => !known.includes(code));
  if (unknown.length === 0) return [];
  const found: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  const codes = found.map(({ code }) => code);
  return unknown.every((code) => codes.includes(String(code)))
    ? []
    : [problem(['locale'], `must be one of ${codes.sort().join(', ')}, or *`)];
};

/**
 * Refuses, on the content API, what one request may not ask: with 400 and a sentence for each
 * parameter. Limits are judged before every route; whether a filter's value fits its field, where
 * the type is known. Call it in `register()`, before what rewrites filters.
 */
export const registerQueryLimits = ({ strapi }: { strapi: Core.Strapi }): void => {
  const middleware: Core.MiddlewareHandler = async (ctx, next) => {
    // PostgreSQL has no text with it.
    if (ctx.querystring.includes('%00')) {
      const message = 'The address holds the character %00, which no text has';
      refuseProblems([{ path: [], message, name: 'ValidationError' }]);
    }
    refuseProblems([
      ...queryProblems(ctx.query),
      ...(await localeProblems(strapi, ctx.query.locale)),
    ]);
    return next();
  };
  strapi.server.api('content-api').use(middleware);

  const lookup = (uid: string): { attributes: Attributes } | undefined =>
    strapi.getModel(uid as Parameters<typeof strapi.getModel>[0])
      ? schemaOf({ strapi, uid })
      : undefined;

  const ofPopulate = (populate: unknown, attributes: Attributes): Problem[] =>
    Object.entries(isRecord(populate) ? populate : {}).flatMap(([key, options]) => {
      const uid = attributes[key]?.component ?? attributes[key]?.target;
      const target = uid === undefined ? undefined : lookup(uid);
      if (!target || !isRecord(options)) return [];
      const { filters, populate: inner } = options;
      return [
        ...filterValueProblems({ filters, attributes: target.attributes, lookup }),
        ...ofPopulate(inner, target.attributes),
      ];
    });

  strapi.documents.use(async (context, next) => {
    if (!READS.has(context.action) || requestKind({ strapi }) !== 'content-api') return next();
    const { attributes } = schemaOf({ strapi, uid: context.uid });
    const { filters, populate }: { filters?: unknown; populate?: unknown } = context.params;
    refuseProblems([
      ...filterValueProblems({ filters, attributes, lookup }),
      ...ofPopulate(populate, attributes),
    ]);
    return next();
  });
};
