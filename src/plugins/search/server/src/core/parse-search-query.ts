import { z } from 'zod';

/** What `/api/search` may be asked, from the plugin's settings and the locales that exist. */
export type SearchRules = {
  locales: readonly string[];
  defaultLocale: string;
  types: readonly string[];
  /** Names of filter parameters, each with the attribute it filters by. */
  parameters: Readonly<Record<string, string>>;
};

export type SearchQuery = {
  q: string;
  locale: string;
  types: string[];
  page: number;
  pageSize: number;
  filters: { attribute: string; values: string[] }[];
};

export type Problem = { path: string[]; message: string; name: 'ValidationError' };

const MAX_PAGE_SIZE = 100;
const MAX_QUERY_LENGTH = 512;
const MAX_VALUES = 50;

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (Array.isArray(value) ? value : [value])
      .flatMap((item) => item.split(','))
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
  .refine((values) => values.length <= MAX_VALUES, `takes at most ${MAX_VALUES} values`);

const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,7}$/, rule)
    .transform(Number)
    .refine((value) => value >= min && value <= max, rule);
};

const oneOf = (values: readonly string[]) => `must be one of ${values.join(', ')}`;

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
}): { state: 'valid'; query: SearchQuery } | { state: 'invalid'; problems: Problem[] } => {
  const parameters = Object.keys(rules.parameters);
  const schema = z.strictObject({
    q: z
      .string('must be one text')
      .max(MAX_QUERY_LENGTH, `must have at most ${MAX_QUERY_LENGTH} characters`)
      .default(''),
    locale: z
      .string('must be one locale')
      .refine((value) => rules.locales.includes(value), oneOf(rules.locales))
      .default(rules.defaultLocale),
    type: list
      .refine((values) => values.every((value) => rules.types.includes(value)), oneOf(rules.types))
      .default([]),
    page: wholeNumber({ min: 1, max: 100_000 }).default(1),
    pageSize: wholeNumber({ min: 1, max: MAX_PAGE_SIZE }).default(25),
    ...Object.fromEntries(parameters.map((name) => [name, list.optional()])),
  });
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    const known = ['q', 'locale', 'type', 'page', 'pageSize', ...parameters];
    return {
      state: 'invalid',
      problems: parsed.error.issues.flatMap((issue): Problem[] =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => ({
              path: [key],
              message: `${key} is not a parameter of search; known are ${known.join(', ')}`,
              name: 'ValidationError',
            }))
          : [
              {
                path: issue.path.map(String),
                message: `${issue.path.join('.')} ${issue.message}`,
                name: 'ValidationError',
              },
            ],
      ),
    };
  }
  const { q, locale, type, page, pageSize, ...rest } = parsed.data;
  const given = rest as Record<string, string[] | undefined>;
  return {
    state: 'valid',
    query: {
      q,
      locale,
      types: type,
      page,
      pageSize,
      filters: Object.entries(rules.parameters).flatMap(([name, attribute]) => {
        const values = given[name] ?? [];
        return values.length > 0 ? [{ attribute, values }] : [];
      }),
    },
  };
};
