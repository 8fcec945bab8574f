import { stringify } from '../../../shared/stringify-csv';
import type { ScoresDocument } from './scores-document';

/** The scores as CSV: a line per unit and year, a column per node; a gap is empty. */
export const scoresCsv = ({ units }: ScoresDocument): string => {
  const codes = Object.keys(units[0]?.nodes ?? {});
  return stringify([
    ['unit', 'year', 'score', 'rank', 'rank_low', 'rank_high', 'level', ...codes],
    ...units.map(({ unit, year, score, rank, range, nodes }) => [
      unit,
      year,
      score,
      rank,
      range?.low ?? null,
      range?.high ?? null,
      range?.level ?? null,
      ...codes.map((code) => nodes[code] ?? null),
    ]),
  ]);
};

/** The scores as a table for people to read. */
export const scoresTable = ({ units, flags, uncertainty }: ScoresDocument): string => {
  const hasYears = units.some(({ year }) => year !== null);
  const width = Math.max(4, ...units.map(({ unit }) => unit.length));
  const line = (rank: string, range: string, unit: string, year: string, score: string) =>
    [
      rank.padStart(5),
      range.padStart(13),
      unit.padEnd(width),
      ...(hasYears ? [year] : []),
      score.padStart(12),
    ].join('  ');
  const { draws, seed, level, factors } = uncertainty;
  const varied = factors.map(({ name, inert }) => (inert ? `${name} (inert)` : name)).join(', ');
  return [
    line('rank', 'range', 'unit', 'year', 'score'),
    ...units.map(({ unit, year, score, rank, range }) =>
      line(
        rank === null ? '-' : String(rank),
        range ? `${range.low}-${range.high}` : '-',
        unit,
        String(year ?? ''),
        score === null ? 'missing' : score.toFixed(6),
      ),
    ),
    '',
    `Rank ranges: ${level * 100} % of ${draws} replications, seed ${seed}; varied: ${varied || 'nothing'}.`,
    `${flags.length} notes on cells and indicators (see the JSON output).`,
  ].join('\n');
};
