import type { Core } from '@strapi/strapi';
import { OBSERVATION } from '../constants';
import type { Observation } from '../core/observation';

type Row = {
  id: number;
  unit: string;
  year: number;
  indicator: string;
  value: number | null;
  flag: string | null;
  vintage: string;
};

/** A cell's latest figure: of the vintages of (unit, year, indicator) the greatest. */
export const latestObservations = async (
  strapi: Core.Strapi,
  indicators: readonly string[],
): Promise<Observation[]> => {
  const rows: Row[] = await strapi.db.query(OBSERVATION).findMany({
    where: { indicator: { $in: [...indicators] } },
    select: ['unit', 'year', 'indicator', 'value', 'flag', 'vintage'],
    orderBy: [{ vintage: 'asc' }, { indicator: 'asc' }, { unit: 'asc' }, { year: 'asc' }],
  });
  const latest = new Map<string, Observation>();
  for (const { unit, year, indicator, value, flag } of rows) {
    latest.set(`${indicator} ${unit} ${year}`, { unit, year, indicator, value, flag });
  }
  return [...latest.values()];
};

const BATCH = 400;

/**
 * Writes figures of one vintage: new cells are inserted in batches, changed ones updated, the
 * others left alone. Call it within a transaction.
 */
export const writeObservations = async (
  strapi: Core.Strapi,
  { vintage, observations }: { vintage: string; observations: readonly Observation[] },
): Promise<{ created: number; updated: number; unchanged: number }> => {
  const query = strapi.db.query(OBSERVATION);
  const indicators = [...new Set(observations.map(({ indicator }) => indicator))];
  const rows: Row[] = await query.findMany({
    where: { vintage, indicator: { $in: indicators } },
    select: ['id', 'unit', 'year', 'indicator', 'value', 'flag'],
  });
  const known = new Map(rows.map((row) => [`${row.indicator} ${row.unit} ${row.year}`, row]));
  const fresh: Record<string, unknown>[] = [];
  let updated = 0;
  for (const { unit, year, indicator, value, flag } of observations) {
    const data = { value, flag: flag || null };
    const row = known.get(`${indicator} ${unit} ${year}`);
    if (!row) fresh.push({ unit, year, indicator, vintage, ...data, publishedAt: new Date() });
    else if (row.value !== data.value || row.flag !== data.flag) {
      await query.update({ where: { id: row.id }, data });
      updated++;
    }
  }
  for (let start = 0; start < fresh.length; start += BATCH) {
    await query.createMany({ data: fresh.slice(start, start + BATCH) });
  }
  return {
    created: fresh.length,
    updated,
    unchanged: observations.length - fresh.length - updated,
  };
};
