import { z } from 'zod';
import { all, type Expression, isIn, isNear, isWithin } from './filter-expression';
import { type FilterRules, parseFilters } from './parse-filters';
import { invalid, oneOf, problem, type Read, together, valid } from './problem';
import { type Languages, ofLanguages, readLocales } from './query-locales';
import { bbox, near } from './query-places';
import { list, listFrom, listOrAll, readParameters, wholeNumber } from './query-values';

/** What `/api/search` may be asked, from the plugin's settings and the locales that exist. */
export type SearchRules = FilterRules & {
  /** Unix milliseconds: the moment that what is computed is judged by. */
  now: number;
  locales: readonly string[];
  defaultLocale: string;
  types: readonly string[];
  /** Names of filter parameters, each with the attribute it filters by. */
  parameters: Readonly<Record<string, string>>;
  facets: readonly string[];
  sortable: readonly string[];
  /** What a hit may be asked for; `always` is in every hit. */
  fields: { always: readonly string[]; usual: readonly string[]; all: readonly string[] };
};

/** The part of the hits that is answered. Counted from 1 where by page, from 0 by entry. */
export type Page =
  | { kind: 'page'; page: number; pageSize: number }
  | { kind: 'offset'; start: number; limit: number };

export type Highlighted = 'title' | 'summary' | 'text';

export type SearchQuery = Languages & {
  q: string;
  filter: Expression;
  /** As the engine takes it. */
  sort: string[];
  page: Page;
  facets: string[];
  highlight: Highlighted[];
  fields: string[];
  /** Whether the answer depends on the moment: it asks for what is computed from dates. */
  isMomentary: boolean;
  /** That moment, in Unix milliseconds. */
  now: number;
};

const HIGHLIGHTED: readonly Highlighted[] = ['title', 'summary', 'text'];
const MAX_PAGE_SIZE = 100;
const MAX_SKIPPED = 10_000;
const MAX_QUERY_LENGTH = 512;
const MAX_SORTS = 5;

const HIGHLIGHT = `${oneOf(HIGHLIGHTED)}, or true or false`;
const highlight = list.transform((given, context): Highlighted[] => {
  if (given.length === 0 || given.includes('false')) return [];
  if (given.every((value) => value === 'true' || value === '*')) return [...HIGHLIGHTED];
  const found = HIGHLIGHTED.filter((one) => given.includes(one));
  if (found.length === given.length) return found;
  context.addIssue({ code: 'custom', message: HIGHLIGHT });
  return z.NEVER;
});

const FIRST_PAGE: Page = { kind: 'page', page: 1, pageSize: 25 };
const PAGINATION = 'takes page and pageSize, or start and limit, as in pagination[page]=2';
const pagination = z
  .strictObject(
    {
      page: wholeNumber({ min: 1, max: MAX_SKIPPED + 1 }).optional(),
      pageSize: wholeNumber({ min: 1, max: MAX_PAGE_SIZE }).optional(),
      start: wholeNumber({ min: 0, max: MAX_SKIPPED }).optional(),
      limit: wholeNumber({ min: 1, max: MAX_PAGE_SIZE }).optional(),
    },
    PAGINATION,
  )
  .refine(
    ({ page, pageSize, start, limit }) =>
      (page === undefined && pageSize === undefined) ||
      (start === undefined && limit === undefined),
    'takes page and pageSize, or start and limit, not both',
  )
  .refine(
    ({ page = 1, pageSize = 25 }) => (page - 1) * pageSize <= MAX_SKIPPED,
    `may skip at most ${MAX_SKIPPED} entries: filter them`,
  )
  .transform(
    ({ page = 1, pageSize = 25, start, limit }): Page =>
      start === undefined && limit === undefined
        ? { kind: 'page', page, pageSize }
        : { kind: 'offset', start: start ?? 0, limit: limit ?? 25 },
  );

/** `start:desc`, `title`, and lists of them. */
const readSort = ({
  given,
  sortable,
  point,
}: {
  given: readonly string[];
  sortable: readonly string[];
  point: { lat: number; lng: number } | undefined;
}): Read<string[]> => {
  if (given.length > MAX_SORTS) return invalid(['sort'], `takes at most ${MAX_SORTS} attributes`);
  return together(
    given.map((part): Read<string> => {
      const [name = '', order = 'asc', ...more] = part.split(':');
      if (more.length > 0 || !/^(asc|desc)$/i.test(order)) {
        return invalid(['sort'], `sorts ${name} by asc or desc, not by ${order}`);
      }
      if (name === 'distance') {
        return point
          ? valid(`_geoPoint(${point.lat}, ${point.lng}):${order.toLowerCase()}`)
          : invalid(['sort'], 'by distance needs near, the point it is measured from');
      }
      return sortable.includes(name)
        ? valid(`${name}:${order.toLowerCase()}`)
        : invalid(['sort'], oneOf([...sortable, 'distance']));
    }),
  );
};

const sortNames = z
  .union([list, z.record(z.string(), z.string())], 'takes attributes, as in sort=start:desc')
  .transform((value) =>
    Array.isArray(value) ? value : Object.entries(value).map((pair) => pair.join(':')),
  );

const createSchemas = (rules: SearchRules) => ({
  q: z
    .string('must be one text')
    .max(MAX_QUERY_LENGTH, `must have at most ${MAX_QUERY_LENGTH} characters`),
  locale: listFrom([...rules.locales, '*']),
  type: listFrom(rules.types),
  filters: z.unknown(),
  sort: sortNames,
  pagination,
  facets: listOrAll(rules.facets),
  highlight,
  fields: listOrAll(rules.fields.all),
  near,
  bbox,
  ...Object.fromEntries(Object.keys(rules.computed).map((name) => [name, list])),
  ...Object.fromEntries(Object.keys(rules.parameters).map((name) => [name, list])),
});

type Schemas = ReturnType<typeof createSchemas>;

/** Schemas take milliseconds to make, and rules differ by their moment only: those of their fixed part are kept. */
const known = new WeakMap<SearchRules['fields'], { locales: string; schemas: Schemas }>();

const schemasOf = (rules: SearchRules): Schemas => {
  const locales = [rules.defaultLocale, ...rules.locales].join(',');
  const found = known.get(rules.fields);
  if (found?.locales === locales) return found.schemas;
  const schemas = createSchemas(rules);
  known.set(rules.fields, { locales, schemas });
  return schemas;
};

/** Conditions of the parameters that filter: those of the settings, and those that the moment decides. */
const ofParameters = (given: Record<string, unknown>, rules: SearchRules): Read<Expression[]> => {
  const stored = Object.entries(rules.parameters).map(([name, attribute]) => ({ name, attribute }));
  const computed = Object.keys(rules.computed).map((name) => ({ name, attribute: name }));
  return together(
    [...stored, ...computed].flatMap(({ name, attribute }): Read<Expression>[] => {
      const values = given[name];
      if (!Array.isArray(values) || values.length === 0) return [];
      const filters = { [attribute]: { $in: values } };
      const read = parseFilters({ filters, rules, path: [] });
      // What is wrong is the parameter, whatever it filters by.
      return read.state === 'valid'
        ? [read]
        : [
            {
              state: 'invalid',
              problems: read.problems.map(({ path, message }) =>
                problem([name], message.slice(problem(path, '').message.length)),
              ),
            },
          ];
    }),
  );
};

const asksForMoment = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([key, inner]) => names.includes(key) || asksForMoment(inner, names));

/**
 * Reads the query of `/api/search`.
 * @returns the query, or every problem with the parameter's name and the rule it breaks
 */
export const parseSearchQuery = ({
  query,
  rules,
}: {
  query: Readonly<Record<string, unknown>>;
  rules: SearchRules;
}): Read<SearchQuery> => {
  const read = readParameters({ query, schemas: schemasOf(rules) });
  if (read.state === 'invalid') return read;
  const {
    q = '',
    locale = [],
    type = [],
    filters,
    sort,
    pagination: page = FIRST_PAGE,
    facets = [],
    highlight: highlighted = HIGHLIGHTED,
    fields = rules.fields.usual,
    ...given
  } = read.value;
  const { near, bbox } = given;
  const languages = readLocales({ asked: locale, rules });
  const filter = parseFilters({ filters, rules, path: ['filters'] });
  const parameters = ofParameters(given, rules);
  const order = readSort({ given: sort ?? [], sortable: rules.sortable, point: near });
  const problems = [filter, parameters, order].flatMap((read) =>
    read.state === 'invalid' ? read.problems : [],
  );
  if (filter.state === 'invalid' || parameters.state === 'invalid' || order.state === 'invalid') {
    return { state: 'invalid', problems };
  }
  const byDistance = near && q === '' && sort === undefined;
  return valid({
    q,
    ...languages,
    filter: all([
      ofLanguages(languages),
      type.length > 0 ? isIn('type', type) : '',
      ...parameters.value,
      filter.value,
      near ? isNear(near) : '',
      bbox ? isWithin(bbox) : '',
    ]),
    sort: byDistance ? [`_geoPoint(${near.lat}, ${near.lng}):asc`] : order.value,
    page,
    facets,
    highlight: [...highlighted],
    fields: [...new Set([...rules.fields.always, ...fields])],
    isMomentary:
      [...facets, ...fields].some((name) => Object.hasOwn(rules.computed, name)) ||
      asksForMoment(query, Object.keys(rules.computed)),
    now: rules.now,
  });
};
