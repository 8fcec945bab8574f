import type { Core } from '@strapi/strapi';
import type { RegionStanding, StandingsAnswer } from '../../../shared/contracts';
import { type EditionHead, frozenEdition, frozenEditions } from '../store/editions';
import { readTerritories } from '../store/territories';
import { editionReader } from './edition-reader';

/** Scores for those who show them beside content of their own: never a rank without its range. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = editionReader(strapi);

  const standingsIn = async (
    edition: EditionHead,
    { units, locale }: { units: readonly string[]; locale: string },
  ): Promise<StandingsAnswer> => {
    const result = await reader.resultOf(edition);
    const territories = await readTerritories(strapi);
    const { year, reference } = edition;
    const parts = { edition, result, theme: result.root, locale, territories };
    const found = new Map(
      result.units.filter((unit) => unit.year === year).map((unit) => [unit.unit, unit]),
    );
    return {
      edition: reference,
      index: {
        code: edition.indexCode,
        name: await reader.indexName(edition.indexCode, locale),
      },
      year,
      standings: units.map((asked): RegionStanding => {
        const unit = territories.resolve(asked);
        const own = found.get(unit) ?? { unit, year, nodes: {}, cells: {} };
        const row = reader.rowOf({
          ...parts,
          unit: own,
          indicatorOf: (name) => ({ name, unitOfMeasure: null }),
        });
        const { cells, year: _, ...standing } = row;
        return standing;
      }),
    };
  };

  return {
    /** Units in one published edition, in the order asked for; null where there is none of that reference. */
    async inEdition({
      reference,
      ...order
    }: {
      reference: string;
      units: readonly string[];
      locale: string;
    }): Promise<StandingsAnswer | null> {
      const edition = await frozenEdition(strapi, reference);
      return edition && standingsIn(edition, order);
    },

    /** Units in the latest published edition of an index; null where it has none yet. */
    async latest({
      index,
      ...order
    }: {
      index: string;
      units: readonly string[];
      locale: string;
    }): Promise<StandingsAnswer | null> {
      const [edition] = await frozenEditions(strapi, { indexCode: index });
      return edition ? standingsIn(edition, order) : null;
    },
  };
};
