import { adminApi } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { GetEditions } from '../../shared/admin-contracts';

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
  }),
});

/** The editions, named in the panel's language. */
export const useGetEditionsQuery = () => api.useGetEditionsQuery(useIntl().locale);
