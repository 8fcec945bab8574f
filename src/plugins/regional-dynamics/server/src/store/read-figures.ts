import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { IMPORT, OBSERVATION } from '../constants';
import { type Figures, figurePacker } from '../core/figures';
import { tableOf, within } from './database';
import type { FigureRow } from './figure-row';

const PAGE = 1000;

type Row = FigureRow & { vintage: string };

const KEY = ['indicator', 'unit', 'year', 'vintage', 'batch'] as const;

/** Imports that are not finished: their figures are not there yet. */
const stagingBatches = (strapi: Core.Strapi): Promise<number[]> =>
  within(strapi, async (trx) => {
    const rows: { id: number }[] = await tableOf(strapi, trx, IMPORT)
      .select('id')
      .where('state', 'staging');
    return rows.map(({ id }) => id);
  });

/**
 * A cell's latest figure: of its vintages the greatest, of a vintage the last import. Read page
 * by page in the order of cells, so that neither memory nor the event loop feels how many.
 */
export const readFigures = async (
  strapi: Core.Strapi,
  {
    indicators,
    from,
    to,
    vintages,
  }: {
    indicators: readonly string[];
    from?: number | undefined;
    to?: number | undefined;
    vintages?: readonly string[] | undefined;
  },
): Promise<Figures> => {
  const packer = figurePacker();
  const staging = await stagingBatches(strapi);
  const place = KEY.map(() => '?').join(', ');
  let last: Row | undefined;
  const page = (after: Row | undefined): Promise<Row[]> =>
    within(strapi, async (trx) => {
      const query = tableOf(strapi, trx, OBSERVATION)
        .select([...KEY, 'value', 'flag', 'standard_error'])
        .whereIn('indicator', [...indicators])
        .whereNotIn('batch', staging)
        .orderBy(KEY.map((column) => ({ column })))
        .limit(PAGE);
      if (from !== undefined) query.where('year', '>=', from);
      if (to !== undefined) query.where('year', '<=', to);
      if (vintages) query.whereIn('vintage', [...vintages]);
      if (after) {
        query.whereRaw(
          `(${KEY.join(', ')}) > (${place})`,
          KEY.map((column) => after[column]),
        );
      }
      return query;
    });
  const take = ({ unit, year, indicator, value, flag, standard_error }: Row) =>
    packer.add({ unit, year, indicator, value, flag, standardError: standard_error });
  for (;;) {
    await nextTurn();
    const rows = await page(last);
    for (const row of rows) {
      const isSameCell =
        last?.indicator === row.indicator && last.unit === row.unit && last.year === row.year;
      if (last && !isSameCell) take(last);
      last = row;
    }
    if (rows.length < PAGE) break;
  }
  if (last) take(last);
  return packer.pack();
};
