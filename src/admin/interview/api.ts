import { adminApi } from '@strapi/strapi/admin';
import type {
  AskApproval,
  FillMonograph,
  GetApproval,
  GetGuide,
  Guide,
  Monograph,
} from '../../api/iris/contracts';
import { INITIATIVE, INTERVIEW } from './constants';

type Kind = 'interview' | 'initiative';
type Subject = { kind: Kind; documentId: string };

const document = (uid: string, documentId: string) => ({
  type: 'Document' as const,
  id: `${uid}_${documentId}`,
});

const api = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Relations', 'OwnerApproval'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getGuide: builder.query<
        Guide,
        { questionnaire?: string; interview?: string; language?: string }
      >({
        query: (params) => ({ url: '/interviews/guide', method: 'GET', config: { params } }),
        transformResponse: ({ data }: GetGuide) => data,
        providesTags: (_result, _error, { interview }) =>
          interview === undefined ? [] : [document(INTERVIEW, interview)],
      }),
      previewMonograph: builder.query<Monograph, string>({
        query: (documentId) => ({
          url: `/interviews/${documentId}/monograph`,
          method: 'POST',
          data: { dryRun: true } satisfies FillMonograph['body'],
        }),
        transformResponse: ({ data }: FillMonograph['response']) => data,
        keepUnusedDataFor: 0,
      }),
      fillMonograph: builder.mutation<Monograph, { documentId: string; title?: string }>({
        query: ({ documentId, title }) => ({
          url: `/interviews/${documentId}/monograph`,
          method: 'POST',
          data: { title } satisfies FillMonograph['body'],
        }),
        transformResponse: ({ data }: FillMonograph['response']) => data,
        invalidatesTags: (result, _error, { documentId }) => [
          document(INTERVIEW, documentId),
          { type: 'Document', id: `${INITIATIVE}_LIST` },
          ...(result?.initiative.documentId
            ? [document(INITIATIVE, result.initiative.documentId)]
            : []),
          'Relations',
          'OwnerApproval',
        ],
      }),
      getApproval: builder.query<GetApproval['data'], Subject>({
        query: ({ kind, documentId }) => ({
          url:
            kind === 'interview'
              ? `/interviews/${documentId}/approval`
              : `/interviews/of-initiative/${documentId}/approval`,
          method: 'GET',
        }),
        transformResponse: ({ data }: GetApproval) => data,
        // The owner decides elsewhere: whoever comes back sees it.
        keepUnusedDataFor: 0,
        providesTags: (_result, _error, { kind, documentId }) => [
          'OwnerApproval',
          document(kind === 'interview' ? INTERVIEW : INITIATIVE, documentId),
        ],
      }),
      askApproval: builder.mutation<
        AskApproval['response']['data'],
        { documentId: string; send: boolean }
      >({
        query: ({ documentId, send }) => ({
          url: `/interviews/${documentId}/approval`,
          method: 'POST',
          data: { send } satisfies AskApproval['body'],
        }),
        transformResponse: ({ data }: AskApproval['response']) => data,
        invalidatesTags: (_result, _error, { documentId }) => [
          document(INTERVIEW, documentId),
          'OwnerApproval',
        ],
      }),
    }),
  });

export const {
  useGetGuideQuery,
  usePreviewMonographQuery,
  useFillMonographMutation,
  useGetApprovalQuery,
  useAskApprovalMutation,
} = api;
