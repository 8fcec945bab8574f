import { adminApi } from '@strapi/strapi/admin';
import type { GetSelfCheck } from '../../shared/workbench-contracts';

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    getSelfCheck: builder.query<GetSelfCheck['data'], void>({
      query: () => ({ url: '/regional-dynamics/self-check', method: 'GET' }),
      transformResponse: ({ data }: GetSelfCheck) => data,
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useGetSelfCheckQuery } = api;
