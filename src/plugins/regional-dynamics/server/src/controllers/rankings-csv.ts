import type { RankingRow, RankWithRange } from '../../../shared/contracts';
import type { Row } from './answer';

export const RANK_COLUMNS = ['rank', 'rank_low', 'rank_high', 'level', 'of'] as const;

/** A rank and, always beside it, its range. */
export const rankFields = (rank: RankWithRange | null): Row => [
  rank?.value ?? null,
  rank?.low ?? null,
  rank?.high ?? null,
  rank?.level ?? null,
  rank?.of ?? null,
];

/** Rows of the ranking as CSV; every rank has its range beside it, what is missing is empty. */
export const rankingsCsv = (data: readonly RankingRow[], edition: string): Row[] => {
  const domains = data[0]?.domains.map(({ code }) => code) ?? [];
  return [
    ['unit', 'name', 'year', 'score', ...RANK_COLUMNS, 'edition', ...domains],
    ...data.map(({ unit, name, year, score, rank, domains: own }) => [
      unit,
      name,
      year,
      score,
      ...rankFields(rank),
      edition,
      ...domains.map((code) => own.find((domain) => domain.code === code)?.score ?? null),
    ]),
  ];
};
