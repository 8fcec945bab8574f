import { z } from 'zod';
import { chartQuery, compareQuery } from './rankings-query';

const oneOf = <const T extends [string, ...string[]]>(names: T) =>
  z.enum(names, { error: `must be one of ${names.join(', ')}` }).default(names[0]);

const { index, year, edition, locale, territory, page, pageSize } = chartQuery.shape;
const mode = z.enum(['light', 'dark'], { error: 'must be light or dark' }).default('light');

/** What the routes of pictures accept; `chart` says which, the first where none is asked for. */
export const territoryChartQuery = z.strictObject({
  chart: oneOf(['history', 'domains', 'contributions', 'radar']),
  ...{ index, year, edition, locale, mode },
});

export const compareChartQuery = z.strictObject({
  chart: oneOf(['ranges', 'domains', 'contributions', 'heat', 'radar', 'slope']),
  territories: compareQuery.shape.territories,
  ...{ index, year, edition, locale, mode },
});

export const editionChartQuery = z.strictObject({
  chart: oneOf(['map', 'quadrants', 'slope', 'ranges', 'domains', 'contributions', 'heat']),
  ...{ year, territory, page, pageSize, locale, mode },
});

export const rankingChartQuery = chartQuery.extend({ mode });

export type TerritoryChartQuery = z.infer<typeof territoryChartQuery>;
export type CompareChartQuery = z.infer<typeof compareChartQuery>;
export type EditionChartQuery = z.infer<typeof editionChartQuery>;
