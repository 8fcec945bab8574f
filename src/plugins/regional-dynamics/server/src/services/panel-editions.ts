import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  EditionSummary,
  GetCells,
  GetEdition,
  GetEditions,
  GetStatistics,
} from '../../../shared/admin-contracts';
import { EDITION } from '../constants';
import type { CellsQuery } from '../controllers/panel-query';
import { countStates, notableCells, statesOf } from '../core/edition-cells';
import { cellsInOrder } from '../core/result';
import { getService } from '../get-service';
import type { EditionHead } from '../store/editions';
import { readTerritories } from '../store/territories';
import { chartFigures } from './chart-figures';
import { cellValue } from './edition-reader';
import { editionAnswer } from './published-editions';

type Row = EditionHead & {
  createdAt: string | Date;
  frozenAt: string | Date | null;
};

const COLUMNS = [
  ...['id', 'reference', 'indexCode', 'year', 'fromYear', 'number', 'draws', 'seed'],
  ...['inputHash', 'nutsVersion', 'createdAt', 'frozenAt'],
];

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
     * The cells of an edition that are not plain observations: imputed, treated, missing or flagged.
     * @throws NotFoundError for an unknown edition
     */
    async cells(reference: string, query: CellsQuery): Promise<GetCells> {
      const { locale, year, state, indicator, page, pageSize } = query;
      const head = await headOf(reference);
      const all = notableCells(await reader.resultOf(head));
      const { nameOf } = await readTerritories(strapi);
      const indicatorOf = await reader.indicatorsOf(head, locale);
      const part = query.unit?.trim().toLocaleLowerCase(locale) ?? '';
      const found = all.filter(
        (one) =>
          (year === undefined || one.year === year) &&
          (state === undefined || statesOf(one.cell).includes(state)) &&
          (indicator === undefined || one.indicator === indicator) &&
          `${one.unit} ${nameOf(one.unit, locale)}`.toLocaleLowerCase(locale).includes(part),
      );
      return {
        data: found.slice((page - 1) * pageSize, page * pageSize).map((one) => ({
          unit: one.unit,
          unitName: nameOf(one.unit, locale),
          year: one.year,
          cell: cellValue(one.cell, {
            indicator: one.indicator,
            ...indicatorOf(one.indicator),
            year: one.year,
          }),
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
