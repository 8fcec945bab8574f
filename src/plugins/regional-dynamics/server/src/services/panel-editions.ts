import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  EditionSummary,
  GetCells,
  GetEdition,
  GetEditions,
  GetStatistics,
} from '../../../shared/admin-contracts';
import type { CellValue, Clamped } from '../../../shared/contracts';
import { EDITION } from '../constants';
import type { CellsQuery } from '../controllers/panel-query';
import {
  type Clamp,
  countStates,
  type FoundCell,
  notableCells,
  statesOf,
} from '../core/edition-cells';
import { cellsInOrder } from '../core/result';
import { getService } from '../get-service';
import { EDITION_HEAD, type EditionHead } from '../store/editions';
import { readTerritories } from '../store/territories';
import { chartFigures } from './chart-figures';
import { editionJson } from './edition-export';
import { cellValue, nodeName } from './edition-reader';
import { editionAnswer } from './published-editions';

type Row = EditionHead & { createdAt: string | Date };

const COLUMNS = [...EDITION_HEAD, 'createdAt'];

const iso = (date: string | Date): string => new Date(date).toISOString();

const summaryOf = (row: Row, name: string): EditionSummary => ({
  reference: row.reference,
  index: { code: row.indexCode, name },
  year: row.year,
  from: row.fromYear,
  draws: row.draws,
  seed: row.seed,
  computedAt: iso(row.createdAt),
  publishedAt: row.frozenAt === null ? null : iso(row.frozenAt),
});

/** The score of a node that was clamped, among the cells. */
const scoreValue = ({
  code,
  name,
  year,
  clamped,
}: {
  code: string;
  name: string;
  year: number;
  clamped: Clamped;
}): CellValue => {
  const { value } = clamped;
  return {
    ...{ indicator: code, name, unitOfMeasure: null, value, normalised: value, year, age: 0 },
    ...{ flag: null, imputed: false, carried: false, origin: { kind: 'node' } },
    ...{ treatment: null, clamped },
  };
};

/** The editions as the panel sees them: drafts too. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { reader, read } = chartFigures(strapi);

  const headOf = async (reference: string): Promise<Row> => {
    const row: Row | null = await strapi.db
      .query(EDITION)
      .findOne({ where: { reference }, select: COLUMNS });
    if (row) return row;
    throw new errors.NotFoundError(`There is no edition "${reference}"`);
  };

  return {
    /** All editions, the latest year first. */
    async find(locale: string): Promise<GetEditions> {
      const rows: Row[] = await strapi.db.query(EDITION).findMany({
        select: COLUMNS,
        orderBy: [{ indexCode: 'asc' }, { year: 'desc' }, { number: 'desc' }],
      });
      const names = new Map<string, string>();
      for (const code of new Set(rows.map(({ indexCode }) => indexCode))) {
        names.set(code, await reader.indexName(code, locale));
      }
      return {
        data: rows.map((row) => summaryOf(row, names.get(row.indexCode) ?? row.indexCode)),
      };
    },

    /**
     * One edition: how it was made, and the figures of one of its years.
     * @throws NotFoundError for an unknown edition, or a year that is none of its own
     */
    async findOne(
      reference: string,
      { locale, year }: { locale: string; year?: number | undefined },
    ): Promise<GetEdition> {
      const head = await headOf(reference);
      const figures = await read(head, { locale, year });
      const indicatorName = await reader.indicatorNames(locale);
      const { units } = await reader.resultOf(head);
      const found = await editionAnswer(strapi, { where: { reference }, locale });
      if (!found) throw new errors.NotFoundError(`There is no edition "${reference}"`);
      return {
        data: {
          ...figures,
          summary: summaryOf(head, figures.index.name),
          method: found.edition,
          indicators: cellsInOrder(units[0] ?? { cells: {} }).map(([code]) => ({
            code,
            name: indicatorName(code),
          })),
        },
      };
    },

    /**
     * A whole edition, a draft too: recipe, input table and results, as JSON in pieces.
     * @throws NotFoundError for an unknown edition
     */
    async whole(reference: string, locale: string): Promise<Iterable<string>> {
      const found = await editionAnswer(strapi, { where: { reference }, locale });
      if (!found) throw new errors.NotFoundError(`There is no edition "${reference}"`);
      const { head, edition, results } = found;
      const { inputTable } = await reader.inputsOf(head);
      return editionJson({ edition, inputTable, results });
    },

    /**
     * What the figures of one year of an edition say of the index itself, and which assumptions
     * move its ranks.
     * @throws NotFoundError for an unknown edition, or a year that is none of its own
     */
    async statistics(
      reference: string,
      { locale, year }: { locale: string; year?: number | undefined },
    ): Promise<GetStatistics> {
      const head = await headOf(reference);
      const wanted = { locale, year: year ?? head.year };
      const statistics = await getService(strapi, 'statistics').ofEdition(head, wanted);
      const sensitivity = await getService(strapi, 'analyses').sensitivityOf(head);
      return { data: { ...statistics, sensitivity } };
    },

    /**
     * The cells of an edition that are not plain observations: imputed, treated, clamped, missing or
     * flagged; and the scores of nodes that were clamped.
     * @throws NotFoundError for an unknown edition
     */
    async cells(reference: string, query: CellsQuery): Promise<GetCells> {
      const { locale, year, state, indicator, page, pageSize } = query;
      const head = await headOf(reference);
      const { units, nodes } = await reader.resultOf(head);
      const all = notableCells({ units });
      const { nameOf } = await readTerritories(strapi);
      const indicatorOf = await reader.indicatorsOf(head, locale);
      const nameOfNode = new Map(nodes.map((node) => [node.code, nodeName(node, locale)]));
      const named = (clamp: Clamp): Clamped => ({
        ...clamp,
        name: nameOfNode.get(clamp.node) ?? clamp.node,
      });
      const cellOf = ({ code, year: own, ...found }: FoundCell): CellValue =>
        found.cell === null
          ? scoreValue({
              ...{ code, name: nameOfNode.get(code) ?? code, year: own },
              clamped: named(found.clamp),
            })
          : cellValue(found.cell, {
              ...{ indicator: code, year: own, clamped: found.clamp && named(found.clamp) },
              ...indicatorOf(code),
            });
      const part = query.unit?.trim().toLocaleLowerCase(locale) ?? '';
      const found = all.filter(
        (one) =>
          (year === undefined || one.year === year) &&
          (state === undefined || statesOf(one).includes(state)) &&
          (indicator === undefined || one.code === indicator) &&
          `${one.unit} ${nameOf(one.unit, locale)}`.toLocaleLowerCase(locale).includes(part),
      );
      return {
        data: found.slice((page - 1) * pageSize, page * pageSize).map((one) => ({
          unit: one.unit,
          unitName: nameOf(one.unit, locale),
          year: one.year,
          cell: cellOf(one),
        })),
        meta: {
          counts: countStates(all),
          pagination: {
            page,
            pageSize,
            pageCount: Math.ceil(found.length / pageSize),
            total: found.length,
          },
        },
      };
    },
  };
};
