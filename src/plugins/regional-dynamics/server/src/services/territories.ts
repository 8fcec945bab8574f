import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import isEqual from 'lodash/isEqual';
import type { CompareResponse, TerritoryResponse } from '../../../shared/contracts';
import { EDITION } from '../constants';
import type { CompareQuery, TerritoryQuery } from '../controllers/rankings-query';
import { contributions } from '../core/analysis/contributions';
import { peers, strengths } from '../core/analysis/profile';
import type { Recipe } from '../core/recipe';
import type { Result, UnitResult } from '../core/result';
import { getService } from '../get-service';
import { type EditionHead, frozenEditions } from '../store/editions';
import { readTerritories } from '../store/territories';
import { editionReader, type WantedEdition } from './edition-reader';

/** How many indicators are named as the best and as the worst of a unit. */
const NAMED = 3;

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const reader = editionReader(strapi);

  /**
   * The published editions of the index, of each year or panel the latest. Beside one that was cited
   * stand those of its own time, so that its answer stays as it is.
   */
  const latestOf = async (indexCode: string, cited: EditionHead | null): Promise<EditionHead[]> => {
    const by = cited?.frozenAt ?? null;
    const all = [...(cited ? [cited] : []), ...(await frozenEditions(strapi, { indexCode, by }))];
    return all.filter(
      ({ year, fromYear }, place) =>
        all.findIndex((other) => other.year === year && other.fromYear === fromYear) === place,
    );
  };

  const recipeOf = async ({ id }: EditionHead): Promise<unknown> => {
    const row: { recipe: unknown } | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { id }, select: ['recipe'] });
    return row?.recipe;
  };

  const historyOf = async (
    unit: string,
    {
      edition,
      theme,
      editions,
    }: { edition: EditionHead; theme: string; editions: readonly EditionHead[] },
  ): Promise<TerritoryResponse['data']['history']> => {
    const own = await recipeOf(edition);
    const history = new Map<number, TerritoryResponse['data']['history'][number]>();
    for (const head of editions) {
      const result = await reader.resultOf(head);
      const comparable = isEqual(await recipeOf(head), own);
      for (const found of result.units) {
        if (found.unit !== unit || history.has(found.year)) continue;
        const score = reader.scoreOf(found.nodes[theme], head, result.uncertainty.level);
        history.set(found.year, {
          year: found.year,
          edition: head.reference,
          comparable,
          ...score,
        });
      }
    }
    return [...history.values()].sort((a, b) => a.year - b.year);
  };

  const dynamicsOf = async (
    unit: string,
    editions: readonly EditionHead[],
  ): Promise<TerritoryResponse['data']['dynamics']> => {
    const panel = editions.find(({ fromYear }) => fromYear !== null);
    const dynamics = panel && (await reader.resultOf(panel)).dynamics;
    const found = dynamics?.units.find((one) => one.unit === unit);
    if (!panel || !dynamics || !found) return null;
    return { edition: panel.reference, from: dynamics.from, to: dynamics.to, ...found };
  };

  const open = async (query: TerritoryQuery) => {
    const edition = await reader.editionFor(query);
    const result: Result = await reader.resultOf(edition);
    const theme = reader.nodeOf(result, query.theme);
    const territories = await readTerritories(strapi);
    const indicatorOf = await reader.indicatorsOf(edition, query.locale);
    const year = query.year ?? edition.year;
    const rowOf = (code: string) => {
      const wanted = territories.resolve(code);
      const unit = result.units.find((found) => found.unit === wanted && found.year === year);
      if (!unit) {
        throw new errors.NotFoundError(`${edition.reference} has no unit "${code}" in ${year}`);
      }
      const { locale } = query;
      return reader.rowOf({ unit, edition, result, theme, locale, territories, indicatorOf });
    };
    const index = {
      code: edition.indexCode,
      name: await reader.indexName(edition.indexCode, query.locale),
    };
    const meta = { index, edition: edition.reference, year, theme };
    return { edition, theme, territories, indicatorOf, year, rowOf, meta };
  };

  return {
    /**
     * One unit of a published edition: scores, ranks with their ranges, cells, and what stands
     * behind and beside them.
     * @throws NotFoundError for an unknown unit or edition, ValidationError for an unknown theme
     */
    async findOne(code: string, query: TerritoryQuery): Promise<TerritoryResponse> {
      const { edition, theme, territories, indicatorOf, year, rowOf, meta } = await open(query);
      const row = rowOf(code);
      const cited = query.edition === undefined ? null : edition;
      const editions = await latestOf(edition.indexCode, cited);
      const scored = await reader.scoredOf(edition);
      const place = scored.table.rows.findIndex(
        (one) => one.unit === row.unit && one.year === year,
      );
      const named = (indicator: string) => ({ indicator, name: indicatorOf(indicator).name });
      const points = contributions(scored, place);
      const standing = strengths(scored, place).map(({ code: indicator, share, of }) => ({
        ...named(indicator),
        share,
        of,
      }));
      return {
        data: {
          ...row,
          contributions:
            points.kind === 'additive'
              ? {
                  kind: points.kind,
                  indicators: points.leaves.map((leaf) => ({
                    ...named(leaf.code),
                    points: leaf.points,
                  })),
                }
              : points,
          strengths: standing.slice(0, NAMED),
          weaknesses: standing.slice(Math.max(NAMED, standing.length - NAMED)).reverse(),
          peers: peers(scored, place).map((peer) => ({
            unit: peer.unit,
            name: territories.nameOf(peer.unit, query.locale),
            distance: peer.distance,
            shared: peer.shared,
          })),
          history: await historyOf(row.unit, { edition, theme, editions }),
          dynamics: await dynamicsOf(row.unit, editions),
          activity: await getService(strapi, 'activity').profileOf(row.unit, query),
        },
        meta,
      };
    },

    /**
     * Where the score of a unit comes from in a published edition, for whoever prints it: every
     * year of a panel, or the one asked for.
     * @throws NotFoundError for an unknown unit or edition
     */
    async explained(
      code: string,
      query: WantedEdition,
    ): Promise<{ edition: string; recipe: Recipe; result: Result; units: UnitResult[] }> {
      const { year } = query;
      const edition = await reader.editionFor(query);
      const result = await reader.resultOf(edition);
      const { recipe } = await reader.inputsOf(edition);
      const wanted = (await readTerritories(strapi)).resolve(code);
      const units = result.units.filter(
        (one) => one.unit === wanted && (year === undefined || one.year === year),
      );
      if (units.length > 0) return { edition: edition.reference, recipe, result, units };
      throw new errors.NotFoundError(`${edition.reference} has no unit "${code}"`);
    },

    /** Several units of a published edition side by side, in the order asked for. */
    async compare(query: CompareQuery): Promise<CompareResponse> {
      const { rowOf, meta } = await open(query);
      return { data: query.territories.map(rowOf), meta };
    },
  };
};
