import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  GetIndicators,
  GetObservations,
  IndicatorSummary,
  ObservationRow,
} from '../../../shared/data-contracts';
import {
  type FigureKey,
  pageOfFigures,
  summariseFigures,
  yearsOfIndicator,
} from '../store/panel-figures';
import { type IndicatorRow, readIndicators } from '../store/panel-recipes';
import { readTerritories } from '../store/territories';
import { nameIn, unitIn } from './edition-reader';

const NO_FIGURES = { figures: 0, units: 0, firstYear: null, lastYear: null };

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

const plain = (given: string): string =>
  given.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Indicators and their figures, as the panel shows them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const summarise = async (
    rows: readonly IndicatorRow[],
    locale: string,
  ): Promise<IndicatorSummary[]> => {
    const figures = await summariseFigures(
      strapi,
      rows.map(({ code }) => code),
    );
    return rows.map((row) => ({
      code: row.code,
      name: nameIn(row, locale, row.code),
      unit: unitIn(row, locale),
      direction: row.direction,
      source: row.source,
      sourceUrl: text(row.sourceUrl),
      licence: row.licence,
      ...(figures.get(row.code) ?? NO_FIGURES),
    }));
  };

  /** Codes of the units whose code or name holds a text; undefined: no text, all of them. */
  const unitsLike = async (search: string, locale: string) => {
    const { nameOf, codes } = await readTerritories(strapi);
    const wanted = plain(search);
    const found = codes().filter(
      (code) => plain(code).includes(wanted) || plain(nameOf(code, locale)).includes(wanted),
    );
    // A unit that nothing names is found by its whole code.
    return [...new Set([...found, search.trim(), search.trim().toUpperCase()])];
  };

  return {
    async indicators({
      search,
      page,
      pageSize,
      locale,
    }: {
      search: string;
      page: number;
      pageSize: number;
      locale: string;
    }): Promise<GetIndicators> {
      const wanted = plain(search);
      // There are tens of them, hundreds at most: names are searched in whatever language.
      const found = (await readIndicators(strapi)).filter((row) =>
        Object.entries(row).some(
          ([key, value]) =>
            (key === 'code' || key === 'source' || key.startsWith('name')) &&
            typeof value === 'string' &&
            plain(value).includes(wanted),
        ),
      );
      const shown = found.slice((page - 1) * pageSize, page * pageSize);
      return {
        data: await summarise(shown, locale),
        meta: {
          pagination: {
            page,
            pageSize,
            pageCount: Math.ceil(found.length / pageSize),
            total: found.length,
          },
        },
      };
    },

    /** @throws NotFoundError for an unknown indicator */
    async observations({
      code,
      year,
      search,
      after,
      limit,
      locale,
    }: {
      code: string;
      year?: number | undefined;
      search: string;
      after?: FigureKey | undefined;
      limit: number;
      locale: string;
    }): Promise<GetObservations> {
      const row = (await readIndicators(strapi)).find((one) => one.code === code);
      if (!row) throw new errors.NotFoundError(`There is no indicator "${code}"`);
      const [indicator] = await summarise([row], locale);
      if (!indicator) throw new errors.NotFoundError(`There is no indicator "${code}"`);
      const { nameOf } = await readTerritories(strapi);
      const units = search.trim() === '' ? undefined : await unitsLike(search, locale);
      // One more than is shown: whether the last row counts hangs on the row behind it.
      const rows = await pageOfFigures(strapi, {
        indicator: code,
        year,
        units,
        after,
        limit: limit + 1,
      });
      const data = rows.slice(0, limit).map((figure, place): ObservationRow => {
        const behind = rows[place + 1];
        return {
          unit: figure.unit,
          name: nameOf(figure.unit, locale),
          year: figure.year,
          value: figure.value,
          flag: figure.flag || null,
          standardError: figure.standard_error,
          vintage: figure.vintage,
          counts: behind?.unit !== figure.unit || behind.year !== figure.year,
        };
      });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      const next = last && JSON.stringify([last.unit, last.year, last.vintage, last.batch]);
      return {
        data,
        meta: {
          indicator,
          years: await yearsOfIndicator(strapi, code),
          next: next === undefined ? null : Buffer.from(next).toString('base64url'),
        },
      };
    },
  };
};
