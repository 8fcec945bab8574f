import type { ChartTable, RankSpan } from './chart';
import type { Words } from './words';

/** A unit's score and rank in a year. `comparable`: made by the same method as its neighbours. */
export type YearPoint = { year: number; comparable?: boolean } & (
  | { score: number; rank: RankSpan }
  | { score: null; rank: null }
);

export type UnitYears = { unit: string; name: string; points: readonly YearPoint[] };

/** Scores and ranks with their ranges, a row for each unit and year. */
export const yearsTable = (units: readonly UnitYears[], { text: say }: Words): ChartTable => ({
  columns: [
    { label: say('code') },
    { label: say('region') },
    { label: say('year') },
    { label: say('score'), digits: 2 },
    ...(['rank', 'low', 'high', 'of'] as const).map((key) => ({ label: say(key), digits: 0 })),
  ],
  rows: units.flatMap(({ unit, name, points }) =>
    points.map(({ year, score, rank }) => ({
      key: unit,
      cells: [
        unit,
        name,
        String(year),
        score,
        rank?.value ?? null,
        rank?.low ?? null,
        rank?.high ?? null,
        rank?.of ?? null,
      ],
    })),
  ),
});
