import { stringify } from '../../../shared/stringify-csv';
import type { ScoresDocument, scoresParts } from './scores-document';

type ScoresParts = ReturnType<typeof scoresParts>;

/** The scores as JSON, in pieces: as `JSON.stringify(document, null, 2)` has them. */
export function* scoresJson({ head, units, flags }: ScoresParts): Generator<string> {
  yield JSON.stringify(head, null, 2).slice(0, -'\n}'.length);
  for (const [name, items] of [
    ['units', units()],
    ['flags', flags()],
  ] as const) {
    yield `,\n  "${name}": [`;
    let isFirst = true;
    for (const item of items) {
      const text = JSON.stringify(item, null, 2).replaceAll('\n', '\n    ');
      yield `${isFirst ? '' : ','}\n    ${text}`;
      isFirst = false;
    }
    yield isFirst ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

/** The scores as CSV, in pieces: a line per unit and year, a column per node; a gap is empty. */
export function* scoresCsv({ units }: ScoresParts): Generator<string> {
  let codes: string[] | undefined;
  for (const { unit, year, score, rank, range, nodes } of units()) {
    if (!codes) {
      codes = Object.keys(nodes);
      yield stringify([
        ['unit', 'year', 'score', 'rank', 'rank_low', 'rank_high', 'level', ...codes],
      ]);
    }
    yield stringify([
      [
        unit,
        year,
        score,
        rank,
        range?.low ?? null,
        range?.high ?? null,
        range?.level ?? null,
        ...codes.map((code) => nodes[code] ?? null),
      ],
    ]);
  }
}

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
