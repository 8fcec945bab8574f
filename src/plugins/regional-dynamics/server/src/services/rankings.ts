import type { Core } from '@strapi/strapi';
import type { IndicesResponse, RankingsResponse } from '../../../shared/contracts';
import { INDEX } from '../constants';
import type { RankingsQuery } from '../controllers/rankings-query';
import { compareCodes } from '../core/compare-codes';
import type { UnitResult } from '../core/result';
import { frozenEditions } from '../store/editions';
import { readTerritories } from '../store/territories';
import { editionReader, nameIn, nodeName } from './edition-reader';

/** Ranked units first, by rank; those without a score behind them; each by code. */
export const compareRows = (theme: string) => (a: UnitResult, b: UnitResult) => {
  const position = ({ nodes }: UnitResult) => {
    const node = nodes[theme];
    return node?.kind === 'available' ? node.rank.value : Number.POSITIVE_INFINITY;
  };
  const [x, y] = [position(a), position(b)];
  return x === y ? compareCodes(a.unit, b.unit) : x < y ? -1 : 1;
};

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { editionFor, resultOf, indicatorsOf, indexName, nodeOf, rowOf } = editionReader(strapi);

  return {
    /**
     * A page of the ranking of a published edition: the one cited, else the latest, or that of a year. `theme` ranks
     * by a node of the tree instead of the whole; `territory` asks for one unit, by a present or
     * a former code.
     * @throws NotFoundError without such an edition, ValidationError for an unknown theme
     */
    async find(query: RankingsQuery): Promise<RankingsResponse> {
      const { page, pageSize, locale } = query;
      const edition = await editionFor(query);
      const result = await resultOf(edition);
      const theme = nodeOf(result, query.theme);
      const territories = await readTerritories(strapi);
      const wanted = query.territory && territories.resolve(query.territory);
      const year = query.year ?? edition.year;
      const units = result.units
        .filter((found) => found.year === year && (wanted === undefined || found.unit === wanted))
        .sort(compareRows(theme));
      const indicatorOf = await indicatorsOf(edition, locale);
      return {
        data: units
          .slice((page - 1) * pageSize, page * pageSize)
          .map((unit) => rowOf({ unit, edition, result, theme, locale, territories, indicatorOf })),
        meta: {
          index: {
            code: edition.indexCode,
            name: await indexName(edition.indexCode, locale),
          },
          edition: edition.reference,
          year,
          theme,
          pagination: {
            page,
            pageSize,
            pageCount: Math.ceil(units.length / pageSize),
            total: units.length,
          },
        },
      };
    },

    /** The indices that have a published edition, their editions and the nodes of their latest. */
    async indices({ locale }: { locale: string }): Promise<IndicesResponse> {
      const rows: (Record<string, unknown> & { code: string })[] = await strapi.db
        .query(INDEX)
        .findMany({ orderBy: { code: 'asc' } });
      const all = await frozenEditions(strapi, {});
      const data: IndicesResponse['data'] = [];
      for (const row of rows) {
        const editions = all.filter(({ indexCode }) => indexCode === row.code);
        const latest = editions[0];
        if (!latest) continue;
        const result = await resultOf(latest);
        data.push({
          code: row.code,
          name: nameIn(row, locale, row.code),
          editions: editions.map(({ reference, year, fromYear, number, draws, seed }) => ({
            reference,
            year,
            from: fromYear,
            number,
            draws,
            seed,
          })),
          nodes: [...result.nodes].reverse().map((node) => ({
            code: node.code,
            name: nodeName(node, locale),
            parent: node.parent,
            effectiveWeight: node.effectiveWeight,
          })),
        });
      }
      return { data };
    },
  };
};
