import type { Core } from '@strapi/strapi';
import { IMPORT, OBSERVATION } from '../constants';
import { tableOf, within } from './database';
import type { FigureRow } from './figure-row';

type StoredFigure = Omit<FigureRow, 'indicator'> & { vintage: string };
export type FigureKey = Pick<StoredFigure, 'unit' | 'year' | 'vintage' | 'batch'>;

const KEY = ['unit', 'year', 'vintage', 'batch'] as const;

/** Without figures of imports that are not finished. */
const live = (strapi: Core.Strapi, trx: Parameters<typeof tableOf>[1]) =>
  tableOf(strapi, trx, OBSERVATION).whereNotIn(
    'batch',
    tableOf(strapi, trx, IMPORT).select('id').where('state', 'staging'),
  );

export type FigureSummary = {
  figures: number;
  units: number;
  firstYear: number | null;
  lastYear: number | null;
};

/** How many figures the indicators have, of how many units and which years: one statement. */
export const summariseFigures = async (
  strapi: Core.Strapi,
  indicators: readonly string[],
): Promise<Map<string, FigureSummary>> =>
  within(strapi, async (trx) => {
    const rows: Record<string, string | number>[] = await live(strapi, trx)
      .whereIn('indicator', [...indicators])
      .groupBy('indicator')
      .select('indicator')
      .count({ figures: '*' })
      .countDistinct({ units: 'unit' })
      .min({ first: 'year' })
      .max({ last: 'year' });
    return new Map(
      rows.map((row) => [
        String(row.indicator),
        {
          figures: Number(row.figures),
          units: Number(row.units),
          firstYear: Number(row.first),
          lastYear: Number(row.last),
        },
      ]),
    );
  });

/** The years an indicator has figures of, ascending. */
export const yearsOfIndicator = async (strapi: Core.Strapi, indicator: string): Promise<number[]> =>
  within(strapi, async (trx) => {
    const rows: { year: number }[] = await live(strapi, trx)
      .where({ indicator })
      .distinct('year')
      .orderBy('year');
    return rows.map(({ year }) => year);
  });

/**
 * Stored figures of an indicator in the order of unit, year, vintage and import, from behind a key.
 * The last of a cell is the one that counts.
 */
export const pageOfFigures = (
  strapi: Core.Strapi,
  {
    indicator,
    year,
    units,
    after,
    limit,
  }: {
    indicator: string;
    year: number | undefined;
    /** Only these units. */
    units: readonly string[] | undefined;
    after: FigureKey | undefined;
    limit: number;
  },
): Promise<StoredFigure[]> =>
  within(strapi, async (trx) => {
    const query = live(strapi, trx)
      .select(...KEY, 'value', 'flag', 'standard_error')
      .where({ indicator })
      .orderBy(KEY.map((column) => ({ column })))
      .limit(limit);
    if (year !== undefined) query.where({ year });
    if (units) query.whereIn('unit', [...units]);
    if (after) {
      query.whereRaw(
        `(${KEY.join(', ')}) > (?, ?, ?, ?)`,
        KEY.map((column) => after[column]),
      );
    }
    return query;
  });
