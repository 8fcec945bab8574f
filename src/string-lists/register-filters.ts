import type { Core, UID } from '@strapi/strapi';
import { groupBy } from 'lodash';
import type { ZodString } from 'zod';
import { schemaOf } from '../rules/schema';
import { contentsOf } from './contents';
import { findFilters, type ListFilter } from './find-filters';
import { rowsThatHoldAny } from './holds-any';
import { parseFilter } from './parse-filter';

const LISTS = new Set(['findMany', 'count']);

const filtersOfTypes = (strapi: Core.Strapi): Map<string, ListFilter[]> => {
  const components = (uid: string) => schemaOf({ strapi, uid }).attributes;
  return new Map(
    Object.keys(strapi.contentTypes)
      .filter((uid) => uid.startsWith('api::'))
      .map((uid): [string, ListFilter[]] => {
        const { attributes } = schemaOf({ strapi, uid });
        return [uid, findFilters({ attributes, components })];
      })
      .filter(([, filters]) => filters.length > 0),
  );
};

const addParameters = (strapi: Core.Strapi, types: Map<string, ListFilter[]>): void => {
  const all = [...types].flatMap(([uid, filters]) => filters.map((filter) => ({ ...filter, uid })));
  for (const [parameter, filters] of Object.entries(groupBy(all, 'parameter'))) {
    const handlers = new Set(filters.map(({ uid }) => `${uid}.find`));
    const expected = contentsOf(filters[0]?.options.holds)?.expected;
    const description = `Finds the entries that hold any of these, parted by commas: ${expected}`;
    strapi.contentAPI.addQueryParams({
      [parameter]: {
        // Coerced, so that the parameter may also be repeated. What it names is judged by
        // parseFilter: Strapi would answer zod's own list of issues.
        schema: (z) => (z.coerce.string() as ZodString).optional().describe(description),
        matchRoute: ({ handler }) => typeof handler === 'string' && handlers.has(handler),
      },
    });
  }
};

/**
 * Gives the list routes a parameter of its own for each list of strings that says so in its
 * schema: `?strata=region,municipality` answers and counts the entries that hold any of them. It
 * narrows what is asked beside it, and what the caller may see. Call it in `register()`.
 */
export const registerListFilters = ({ strapi }: { strapi: Core.Strapi }): void => {
  const types = filtersOfTypes(strapi);
  addParameters(strapi, types);

  strapi.documents.use(async (context, next) => {
    const filters = types.get(context.uid);
    const params: Record<string, unknown> = { ...context.params };
    const asked = filters?.filter(({ parameter }) => params[parameter] !== undefined) ?? [];
    if (asked.length === 0 || !LISTS.has(context.action)) return next();
    const conditions = asked.map(({ parameter, options, through, component, attribute }) => {
      const words = parseFilter({ parameter, value: params[parameter], holds: options.holds });
      delete params[parameter];
      const uid = component ?? (context.uid as UID.ContentType);
      const ids = rowsThatHoldAny({ strapi, uid, attribute, words });
      return through.reduceRight<object>((inner, key) => ({ [key]: inner }), { id: { $in: ids } });
    });
    const given = params.filters ? [params.filters] : [];
    Object.assign(context, { params: { ...params, filters: { $and: [...given, ...conditions] } } });
    return next();
  });
};
