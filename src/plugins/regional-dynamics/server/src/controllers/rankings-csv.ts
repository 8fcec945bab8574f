import type { RankingsResponse } from '../../../shared/contracts';
import { stringify } from '../cli/stringify-csv';

/** A page of the ranking as CSV; every rank has its range beside it, what is missing is empty. */
export const rankingsCsv = ({ data, meta }: RankingsResponse): string => {
  const domains = data[0]?.domains.map(({ code }) => code) ?? [];
  return stringify([
    [
      ...[
        'unit',
        'name',
        'year',
        'score',
        'rank',
        'rank_low',
        'rank_high',
        'level',
        'of',
        'edition',
      ],
      ...domains,
    ],
    ...data.map(({ unit, name, year, score, rank, domains: own }) => [
      unit,
      name,
      year,
      score,
      rank?.value ?? null,
      rank?.low ?? null,
      rank?.high ?? null,
      rank?.level ?? null,
      rank?.of ?? null,
      meta.edition,
      ...domains.map((code) => own.find((domain) => domain.code === code)?.score ?? null),
    ]),
  ]);
};
