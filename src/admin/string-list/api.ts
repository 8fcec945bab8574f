import { adminApi } from '@strapi/strapi/admin';

type Row = Record<string, unknown>;
type List = { results: Row[] };

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    /** Entries as the content manager lists them: the server knows what the editor may read. */
    getListedEntries: builder.query<Row[], { uid: string; params: object }>({
      query: ({ uid, params }) => ({
        url: `/content-manager/collection-types/${uid}`,
        method: 'GET',
        config: { params },
      }),
      transformResponse: ({ results }: List) => results,
    }),
    getListedRelation: builder.query<Row[], { uid: string; documentId: string; field: string }>({
      query: ({ uid, documentId, field }) => ({
        url: `/content-manager/relations/${uid}/${documentId}/${field}`,
        method: 'GET',
      }),
      transformResponse: ({ results }: List) => results,
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useGetListedEntriesQuery, useGetListedRelationQuery } = api;
