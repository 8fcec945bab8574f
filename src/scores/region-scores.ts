import type { StandingsAnswer } from '../plugins/regional-dynamics/shared/contracts';
import type { SearchType } from '../plugins/search/shared/contracts';
import { numberOf, textOf } from '../plugins/search/shared/read-entry';
import { SHOWN_INDEX } from './shown-index';

type Beside = NonNullable<SearchType['beside']>;
type Entry = Parameters<SearchType['project']>[0]['entry'];

/** What search reads beside each territory: its score, rank and range in the latest edition. */
export const regionScores: Beside = async ({ strapi, entries }) => {
  const units = entries.flatMap((entry) => textOf(entry, 'nutsCode') ?? []);
  const answer: StandingsAnswer | null = await strapi
    .plugin('regional-dynamics')
    .service('standings')
    .latest({ index: SHOWN_INDEX, units, locale: 'fr' });
  const ranked = new Map(answer?.standings.map((standing) => [standing.unit, standing]));
  return entries.map((entry) => {
    const standing = ranked.get(textOf(entry, 'nutsCode') ?? '');
    if (!answer || !standing?.rank) return {};
    const { value, low, high } = standing.rank;
    return { score: standing.score, rank: [value, low, high], edition: answer.edition };
  });
};

/** Score, rank with its range (rank, low, high) and edition, for a search document. */
export const scoreAttributes = (entry: Entry) => ({
  score: numberOf(entry, 'score') ?? null,
  rank: Array.isArray(entry.rank) ? entry.rank.filter((one) => typeof one === 'number') : null,
  edition: textOf(entry, 'edition') ?? null,
});
