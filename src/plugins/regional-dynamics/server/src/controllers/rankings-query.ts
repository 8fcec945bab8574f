import { z } from 'zod';
import { YEARS } from '../core/observation';

const whole = (what: string, { min, max }: { min: number; max: number }) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number (${what})`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be between ${min} and ${max}`);

const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/, 'must be a code: letters, digits, "_", "." and "-"');

const locale = z
  .string()
  .regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/, 'must be a language code such as fr')
  .default('fr');

/** A published edition by its reference, instead of the latest one. */
const cited = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/,
    'must be the reference of an edition, as ranks name it',
  )
  .optional();

/** What `GET /regional-dynamics/rankings` and its picture accept; anything else is refused by its name. */
export const chartQuery = z.strictObject({
  index: code.optional(),
  territory: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u, 'must be the code of a unit, such as FR10')
    .optional(),
  theme: code.optional(),
  year: whole('a year', YEARS).optional(),
  edition: cited,
  page: whole('from 1', { min: 1, max: 1_000_000 }).default(1),
  pageSize: whole('1 to 100', { min: 1, max: 100 }).default(25),
  locale,
});

const format = z.enum(['json', 'csv'], { error: 'must be json or csv' }).optional();

export const rankingsQuery = chartQuery.extend({ format });

export const indicesQuery = z.strictObject({ locale });

type Optional<T, K extends keyof T> = Omit<T, K> & { [P in K]?: T[P] | undefined };

export type RankingsQuery = Optional<
  z.infer<typeof chartQuery>,
  'index' | 'territory' | 'theme' | 'year' | 'edition'
>;

const edition = z.strictObject({
  index: code.optional(),
  theme: code.optional(),
  year: whole('a year', YEARS).optional(),
  edition: cited,
  locale,
});

const territory = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u, 'must be the code of a unit, such as FR10');

export const territoryQuery = edition.extend({ format });

export const statisticsQuery = edition.omit({ theme: true }).extend({ format });

export const activityQuery = z.strictObject({ locale, format });

export const compareQuery = edition.extend({
  format,
  territories: z
    .string({ error: 'must be codes of units, such as FR10,PL21' })
    .transform((text) => [...new Set(text.split(','))])
    .pipe(
      z.array(territory).min(2, 'must be at least two codes').max(10, 'must be at most ten codes'),
    ),
});

const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).default('false');

export const editionQuery = z.strictObject({ inputs: flag, results: flag, locale, format });

export type UncertaintyQuery = RankingsQuery;
export type TerritoryQuery = Optional<
  z.infer<typeof edition>,
  'index' | 'theme' | 'year' | 'edition'
>;
export type StatisticsQuery = Omit<TerritoryQuery, 'theme'>;
export type CompareQuery = TerritoryQuery & { territories: string[] };
export type EditionQuery = Omit<z.infer<typeof editionQuery>, 'format'>;
