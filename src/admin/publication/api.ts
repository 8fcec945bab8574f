import { adminApi } from '@strapi/strapi/admin';
import type { CheckPublication, PublicationPoint } from '../../publication/contracts';

export type Draft = {
  uid: string;
  documentId: string;
  locale: string | undefined;
  /** When it was saved: another save is another question. */
  updatedAt: string;
};

const api = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    checkPublication: builder.query<PublicationPoint[], Draft>({
      query: ({ uid, documentId, locale }) => ({
        url: `/publication-check/${uid}/${documentId}`,
        method: 'GET',
        config: { params: { locale } },
      }),
      transformResponse: ({ data }: CheckPublication) => data,
      // What other entries say counts too, such as the owner's approval.
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useCheckPublicationQuery } = api;
