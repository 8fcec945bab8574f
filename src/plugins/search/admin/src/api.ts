import { adminApi } from '@strapi/strapi/admin';
import type { JobKind, SearchJob, SearchStatus } from '../../shared/contracts';
import type {
  DeadLetterPage,
  EntryState,
  IndexedType,
  SearchPreview,
  SearchSummary,
} from '../../shared/desk';

type Data<T> = { data: T };
/** Work that people begin and end by hand. */
export type Work = Exclude<JobKind, 'reconcile'>;
export type EntryAddress = { uid: string; documentId: string };
export type Question = {
  q: string;
  locale: string;
  /** Its name in search; empty for all. */
  type: string;
  as: 'visitor' | 'member';
  page: number;
};

export const PREVIEW_PAGE = 10;
const DEAD_LETTER_PAGE = 20;

const api = adminApi
  .enhanceEndpoints({
    addTagTypes: ['SearchStatus', 'SearchJobs', 'SearchDeadLetters', 'Document'],
  })
  .injectEndpoints({
    endpoints: (builder) => ({
      getSearchStatus: builder.query<SearchStatus, void>({
        query: () => ({ url: '/search/status', method: 'GET' }),
        transformResponse: ({ data }: Data<SearchStatus>) => data,
        providesTags: ['SearchStatus'],
        keepUnusedDataFor: 0,
      }),
      getSearchSummary: builder.query<SearchSummary, void>({
        query: () => ({ url: '/search/summary', method: 'GET' }),
        transformResponse: ({ data }: Data<SearchSummary>) => data,
        providesTags: ['SearchStatus'],
        keepUnusedDataFor: 0,
      }),
      getSearchJobs: builder.query<SearchJob[], void>({
        query: () => ({ url: '/search/jobs', method: 'GET' }),
        transformResponse: ({ data }: Data<SearchJob[]>) => data,
        providesTags: ['SearchJobs'],
        keepUnusedDataFor: 0,
      }),
      getSearchDeadLetters: builder.query<DeadLetterPage, number>({
        query: (page) => ({
          url: '/search/dead-letters',
          method: 'GET',
          config: { params: { page, pageSize: DEAD_LETTER_PAGE } },
        }),
        providesTags: ['SearchDeadLetters'],
        keepUnusedDataFor: 0,
      }),
      getSearchPreview: builder.query<SearchPreview, Question>({
        query: ({ q, locale, type, as, page }) => ({
          url: '/search/preview',
          method: 'GET',
          config: {
            params: {
              q,
              locale,
              as,
              pagination: { page, pageSize: PREVIEW_PAGE },
              fields: 'title,summary,reference,url,isFallback,access,locales',
              ...(type === '' ? {} : { type }),
            },
          },
        }),
        keepUnusedDataFor: 0,
      }),
      getIndexedTypes: builder.query<IndexedType[], void>({
        query: () => ({ url: '/search/types', method: 'GET' }),
        transformResponse: ({ data }: Data<IndexedType[]>) => data,
        keepUnusedDataFor: 3_600,
      }),
      getEntryInSearch: builder.query<EntryState, EntryAddress>({
        query: ({ uid, documentId }) => ({
          url: `/search/entries/${uid}/${documentId}`,
          method: 'GET',
        }),
        transformResponse: ({ data }: Data<EntryState>) => data,
        // The content manager's own tags: whatever it saves or publishes is asked for again.
        providesTags: (_result, _error, { uid, documentId }) => [
          { type: 'Document', id: `${uid}_${documentId}` },
          { type: 'Document', id: uid },
          { type: 'Document', id: `${uid}_ALL_ITEMS` },
        ],
        keepUnusedDataFor: 0,
      }),
      retrySearch: builder.mutation<{ revived: number }, EntryAddress | undefined>({
        query: (entry) => ({ url: '/search/retry', method: 'POST', data: entry ?? {} }),
        transformResponse: ({ data }: Data<{ revived: number }>) => data,
        invalidatesTags: ['SearchStatus', 'SearchDeadLetters'],
      }),
      beginSearchWork: builder.mutation<SearchJob, { work: Work; locales?: string[] | undefined }>({
        query: ({ work, locales }) => ({
          url: `/search/${work}`,
          method: 'POST',
          data: locales ? { locales } : {},
        }),
        transformResponse: ({ data }: Data<SearchJob>) => data,
        // A refusal says that one is under way: that one is shown then.
        invalidatesTags: ['SearchJobs'],
      }),
      cancelSearchWork: builder.mutation<unknown, Work>({
        query: (work) => ({ url: `/search/${work}/cancel`, method: 'POST', data: {} }),
        invalidatesTags: ['SearchJobs'],
      }),
    }),
  });

export const {
  useGetSearchStatusQuery,
  useGetSearchSummaryQuery,
  useGetSearchJobsQuery,
  useGetSearchDeadLettersQuery,
  useGetSearchPreviewQuery,
  useGetIndexedTypesQuery,
  useGetEntryInSearchQuery,
  useRetrySearchMutation,
  useBeginSearchWorkMutation,
  useCancelSearchWorkMutation,
} = api;
