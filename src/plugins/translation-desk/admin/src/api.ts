import { adminApi } from '@strapi/strapi/admin';
import type { GetStatus } from '../../shared/contracts';

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    getTranslationStatus: builder.query<GetStatus['data'], void>({
      query: () => ({ url: '/translation-desk/status', method: 'GET' }),
      transformResponse: ({ data }: GetStatus) => data,
      // Editors come back here to see what they just did.
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useGetTranslationStatusQuery } = api;
