import type { Core } from '@strapi/strapi';
import { NAME_LOCALES } from '../names/native-name';
import { type Problem, problem, refuseProblems } from './problem';
import { queryProblems } from './query-problems';

/** Routes that take several locales at once, and judge them themselves. */
const OWN_LOCALES = /\/search(\/|$)/;

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
 * Refuses, before every route of the content API, what one request may not ask: with 400 and a
 * sentence for each parameter. Call it in `register()`.
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
      ...(OWN_LOCALES.test(ctx.path) ? [] : await localeProblems(strapi, ctx.query.locale)),
    ]);
    return next();
  };
  strapi.server.api('content-api').use(middleware);
};
