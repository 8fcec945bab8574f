import { adminApi } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type {
  EditionCell,
  GetCells,
  GetEdition,
  GetEditions,
  GetRuns,
  GetStatistics,
} from '../../shared/admin-contracts';

type CellsFilter = { reference: string; state?: string; indicator?: string; unit?: string };

/** As many cells as the server gives at once. */
const ALL = 10_000;

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    getEditions: builder.query<GetEditions['data'], string>({
      query: (locale) => ({
        url: '/regional-dynamics/editions',
        method: 'GET',
        config: { params: { locale } },
      }),
      transformResponse: ({ data }: GetEditions) => data,
      // A new edition may be there when one comes back.
      keepUnusedDataFor: 0,
    }),
    getEdition: builder.query<
      GetEdition['data'],
      { reference: string; year: string | undefined; locale: string }
    >({
      query: ({ reference, year, locale }) => ({
        url: `/regional-dynamics/editions/${encodeURIComponent(reference)}`,
        method: 'GET',
        config: { params: { locale, ...(year === undefined ? {} : { year }) } },
      }),
      transformResponse: ({ data }: GetEdition) => data,
    }),
    getStatistics: builder.query<
      GetStatistics['data'],
      { reference: string; year: number; locale: string }
    >({
      query: ({ reference, ...params }) => ({
        url: `/regional-dynamics/editions/${encodeURIComponent(reference)}/statistics`,
        method: 'GET',
        config: { params },
      }),
      transformResponse: ({ data }: GetStatistics) => data,
    }),
    getRuns: builder.query<GetRuns['data'], string>({
      query: (locale) => ({
        url: '/regional-dynamics/runs',
        method: 'GET',
        config: { params: { locale } },
      }),
      transformResponse: ({ data }: GetRuns) => data,
      keepUnusedDataFor: 0,
    }),
    startRun: builder.mutation<GetRuns, string>({
      query: (index) => ({
        url: `/regional-dynamics/runs/${encodeURIComponent(index)}`,
        method: 'POST',
      }),
    }),
    cancelRun: builder.mutation<GetRuns, string>({
      query: (index) => ({
        url: `/regional-dynamics/runs/${encodeURIComponent(index)}/cancel`,
        method: 'POST',
      }),
    }),
    getCells: builder.query<
      GetCells,
      CellsFilter & { page: number; pageSize: number; locale: string }
    >({
      query: ({ reference, ...params }) => ({
        url: `/regional-dynamics/editions/${encodeURIComponent(reference)}/cells`,
        method: 'GET',
        config: { params },
      }),
    }),
  }),
});

/** The editions, named in the panel's language. */
export const useGetEditionsQuery = () => api.useGetEditionsQuery(useIntl().locale);

/** How far the computations are, asked again and again. */
export const useGetRunsQuery = (pollingInterval: number) =>
  api.useGetRunsQuery(useIntl().locale, { pollingInterval });

export const { useStartRunMutation, useCancelRunMutation } = api;

/** One edition with the figures of a year, the last where none is asked for. */
export const useGetEditionQuery = (wanted: { reference: string; year: string | undefined }) =>
  api.useGetEditionQuery({ ...wanted, locale: useIntl().locale });

/** What the figures of an edition's year say of the index itself. */
export const useGetStatisticsQuery = (wanted: { reference: string; year: number }) =>
  api.useGetStatisticsQuery({ ...wanted, locale: useIntl().locale });

/** A page of an edition's cells that are not plain observations. */
export const useGetCellsQuery = (wanted: CellsFilter & { page: number }) =>
  api.useGetCellsQuery({ ...wanted, pageSize: 50, locale: useIntl().locale });

/** Reads all cells of a filter, page by page; null where that fails. */
export const useReadAllCells = () => {
  const { locale } = useIntl();
  const [read] = api.useLazyGetCellsQuery();
  return async (filter: CellsFilter): Promise<EditionCell[] | null> => {
    const cells: EditionCell[] = [];
    for (let page = 1; ; page++) {
      const { data: answer } = await read({ ...filter, page, pageSize: ALL, locale });
      if (!answer) return null;
      cells.push(...answer.data);
      if (page >= answer.meta.pagination.pageCount) return cells;
    }
  };
};
