import { z } from 'zod';
import { all, type Expression, isIn, isNear, isWithin } from './filter-expression';
import { type FilterRules, parseFilters } from './parse-filters';
import { invalid, oneOf, type Problem, problem, type Read, together, valid } from './problem';

/** What `/api/search` may be asked, from the plugin's settings and the locales that exist. */
export type SearchRules = FilterRules & {
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

export type SearchQuery = {
  q: string;
  locale: string;
  filter: Expression;
  /** As the engine takes it. */
  sort: string[];
  page: Page;
  facets: string[];
  highlight: Highlighted[];
  fields: string[];
  /** Whether the answer depends on the moment: it asks for what is computed from dates. */
  isMomentary: boolean;
};

const HIGHLIGHTED: readonly Highlighted[] = ['title', 'summary', 'text'];
const MAX_PAGE_SIZE = 100;
const MAX_SKIPPED = 10_000;
const MAX_QUERY_LENGTH = 512;
const MAX_VALUES = 50;
const MAX_SORTS = 5;
const MAX_KM = 20_000;

/** Values as a list: repeated, with commas, or both. */
const list = z
  .union([z.string(), z.array(z.string())], 'takes values, repeated or with commas')
  .transform((value) =>
    (Array.isArray(value) ? value : [value])
      .flatMap((item) => item.split(','))
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
  .refine((values) => values.length <= MAX_VALUES, `takes at most ${MAX_VALUES} values`);

const listFrom = (values: readonly string[]) =>
  list.refine((given) => given.every((value) => values.includes(value)), oneOf(values));

/** A list in which `*` stands for all of them. */
const listOrAll = <T extends string>(values: readonly T[]) =>
  list
    .refine(
      (given) => given.every((value) => value === '*' || values.some((one) => one === value)),
      `${oneOf(values)}, or *`,
    )
    .transform((given) =>
      given.includes('*') ? [...values] : values.filter((value) => given.includes(value)),
    );

const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z
    .string(rule)
    .regex(/^\d{1,7}$/, rule)
    .transform(Number)
    .refine((value) => value >= min && value <= max, rule);
};

const numbers = (value: string): number[] =>
  value
    .split(',')
    .map((part) => (/^\s*-?\d{1,5}(\.\d{1,12})?\s*$/.test(part) ? Number(part) : Number.NaN));

const isLatitude = (value: number | undefined) => value !== undefined && Math.abs(value) <= 90;
const isLongitude = (value: number | undefined) => value !== undefined && Math.abs(value) <= 180;

const NEAR = 'must be lat,lng,km in degrees and kilometres, as in near=32.75,-17,50';
const near = z.string(NEAR).transform((value, context) => {
  const [lat = Number.NaN, lng = Number.NaN, km = Number.NaN, ...more] = numbers(value);
  if (more.length > 0 || !isLatitude(lat) || !isLongitude(lng) || !(km > 0 && km <= MAX_KM)) {
    context.addIssue({ code: 'custom', message: NEAR });
    return z.NEVER;
  }
  return { lat, lng, metres: Math.round(km * 1000) };
});

const BBOX = 'must be west,south,east,north in degrees, as in bbox=-17.3,32.4,-16.2,33.2';
const bbox = z.string(BBOX).transform((value, context) => {
  const sides = numbers(value);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = sides;
  const isRight =
    sides.length === 4 &&
    [west, east].every(isLongitude) &&
    [south, north].every(isLatitude) &&
    south <= north;
  if (!isRight) {
    context.addIssue({ code: 'custom', message: BBOX });
    return z.NEVER;
  }
  return { west, south, east, north };
});

const HIGHLIGHT = `${oneOf(HIGHLIGHTED)}, or true or false`;
const highlight = list.transform((given, context): Highlighted[] => {
  if (given.length === 0 || given.includes('false')) return [];
  if (given.every((value) => value === 'true' || value === '*')) return [...HIGHLIGHTED];
  const found = HIGHLIGHTED.filter((one) => given.includes(one));
  if (found.length === given.length) return found;
  context.addIssue({ code: 'custom', message: HIGHLIGHT });
  return z.NEVER;
});

const pagination = z
  .strictObject(
    {
      page: wholeNumber({ min: 1, max: MAX_SKIPPED + 1 }).optional(),
      pageSize: wholeNumber({ min: 1, max: MAX_PAGE_SIZE }).optional(),
      start: wholeNumber({ min: 0, max: MAX_SKIPPED }).optional(),
      limit: wholeNumber({ min: 1, max: MAX_PAGE_SIZE }).optional(),
    },
    { error: (issue) => paginationMessage(issue) },
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

const PAGINATION = 'takes page and pageSize, or start and limit';
function paginationMessage(issue: { code?: string | undefined }): string | undefined {
  return issue.code === 'invalid_type' ? `${PAGINATION}, as in pagination[page]=2` : undefined;
}

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

const schemaOf = (rules: SearchRules) =>
  z.strictObject({
    q: z
      .string('must be one text')
      .max(MAX_QUERY_LENGTH, `must have at most ${MAX_QUERY_LENGTH} characters`)
      .default(''),
    locale: z
      .string('must be one locale')
      .refine((value) => rules.locales.includes(value), oneOf(rules.locales))
      .default(rules.defaultLocale),
    type: listFrom(rules.types).optional(),
    filters: z.unknown().optional(),
    sort: sortNames.optional(),
    pagination: pagination.default({ kind: 'page', page: 1, pageSize: 25 }),
    facets: listOrAll(rules.facets).default([]),
    highlight: highlight.default([...HIGHLIGHTED]),
    fields: listOrAll(rules.fields.all).default([...rules.fields.usual]),
    near: near.optional(),
    bbox: bbox.optional(),
    ...Object.fromEntries(Object.keys(rules.computed).map((name) => [name, list.optional()])),
    ...Object.fromEntries(Object.keys(rules.parameters).map((name) => [name, list.optional()])),
  });

const toProblems = (issues: readonly z.core.$ZodIssue[], known: readonly string[]): Problem[] =>
  issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [problem(path, issue.message)];
    return path.length > 0
      ? [problem(path, PAGINATION)]
      : issue.keys.map((key) =>
          problem([key], `is not a parameter of search; known are ${known.join(', ')}`),
        );
  });

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
  const schema = schemaOf(rules);
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    const problems = toProblems(parsed.error.issues, Object.keys(schema.shape));
    return { state: 'invalid', problems };
  }
  const { q, locale, type, filters, sort, pagination, facets, highlight, fields, ...given } =
    parsed.data;
  const { near, bbox } = given;
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
    locale,
    filter: all([
      type && type.length > 0 ? isIn('type', type) : '',
      ...parameters.value,
      filter.value,
      near ? isNear(near) : '',
      bbox ? isWithin(bbox) : '',
    ]),
    sort: byDistance ? [`_geoPoint(${near.lat}, ${near.lng}):asc`] : order.value,
    page: pagination,
    facets,
    highlight,
    fields: [...new Set([...rules.fields.always, ...fields])],
    isMomentary: asksForMoment(query, Object.keys(rules.computed)),
  });
};
