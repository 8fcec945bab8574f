import { adminApi } from '@strapi/strapi/admin';
import type { ClosingCall, HomeEntry, HomeList, Waiting } from '../../homepage/contracts';

const api = adminApi.injectEndpoints({
  endpoints: (builder) => {
    const list = <T extends HomeEntry>(name: string) =>
      builder.query<HomeList<T>['data'], void>({
        query: () => ({ url: `/homepage/${name}`, method: 'GET' }),
        transformResponse: ({ data }: HomeList<T>) => data,
        // People come back to the homepage to see what is left.
        keepUnusedDataFor: 0,
      });
    return {
      getMyDrafts: list<HomeEntry>('my-drafts'),
      getWaiting: list<Waiting>('waiting'),
      getDueReviews: list<HomeEntry>('due-reviews'),
      getClosingCalls: list<ClosingCall>('closing-calls'),
    };
  },
});

export const {
  useGetMyDraftsQuery,
  useGetWaitingQuery,
  useGetDueReviewsQuery,
  useGetClosingCallsQuery,
} = api;
