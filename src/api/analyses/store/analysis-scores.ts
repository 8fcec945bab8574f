import type { Core } from '@strapi/strapi';
import type {
  RegionStanding,
  StandingsAnswer,
} from '../../../plugins/regional-dynamics/shared/contracts';

const ANALYSIS = 'api::analyses.regional-analysis';

type Region = { nutsCode: string | null };
type Row = {
  id: number;
  edition: string | null;
  territory: Region | null;
  comparedWith: Region[];
};

export type AnalysisScores = Omit<StandingsAnswer, 'standings'> & {
  territory: RegionStanding | null;
  comparedWith: RegionStanding[];
};

const codeOf = (region: Region | null): string[] => (region?.nutsCode ? [region.nutsCode] : []);

/**
 * The numbers that analyses show, from the edition that each names: computed, never typed.
 * @param ids row ids of analyses that the caller may read
 * @returns by row id; an analysis without a published edition has none
 */
export const readAnalysisScores = async ({
  strapi,
  ids,
  locale,
}: {
  strapi: Core.Strapi;
  ids: readonly number[];
  locale: string;
}): Promise<Map<number, AnalysisScores>> => {
  const region = { select: ['id', 'nutsCode'] };
  const rows: Row[] = await strapi.db.query(ANALYSIS).findMany({
    where: { id: { $in: [...ids] }, edition: { $notNull: true } },
    select: ['id', 'edition'],
    populate: { territory: region, comparedWith: region },
  });
  const scores = new Map<number, AnalysisScores>();
  for (const { id, edition, territory, comparedWith } of rows) {
    const own = codeOf(territory);
    const units = [...own, ...comparedWith.flatMap(codeOf)];
    const answer: StandingsAnswer | null = await strapi
      .plugin('regional-dynamics')
      .service('standings')
      .inEdition({ reference: edition, units, locale });
    if (!answer) continue;
    const { standings, ...head } = answer;
    scores.set(id, {
      ...head,
      territory: own.length === 0 ? null : (standings[0] ?? null),
      comparedWith: standings.slice(own.length),
    });
  }
  return scores;
};
