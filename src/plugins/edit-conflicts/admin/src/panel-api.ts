import { adminApi } from '@strapi/strapi/admin';
import type { Fields } from './core/models';
import type { EntryAddress } from './core/opened-entry';

type Save = EntryAddress & { data: Fields };
export type Request = {
  url: string;
  method: string;
  data?: unknown;
  config?: { params?: unknown };
};
type Answer = { data?: unknown; error?: unknown };
export type Ask = (request: Request & { config?: object }) => Promise<Answer>;
type Store = { getState: () => unknown; dispatch: (action: unknown) => unknown };

/** What this changes of an endpoint of the content manager; Redux Toolkit's own types are generic. */
export type Endpoint = {
  query?: (argument: Save) => Request;
  queryFn?: (argument: Save, store: Store, options: unknown, ask: Ask) => Promise<Answer>;
  transformResponse?: (answer: unknown, meta: unknown, argument: Save) => unknown;
  invalidatesTags?: (result: unknown, error: unknown, argument: Save, meta: unknown) => unknown[];
  onQueryStarted?: (
    argument: Save,
    store: Store & { queryFulfilled: Promise<{ data: unknown }> },
  ) => Promise<void>;
};

type Api = {
  enhanceEndpoints: (changes: {
    endpoints: Record<string, (endpoint: Endpoint) => void>;
  }) => unknown;
  endpoints: {
    getDocument: {
      initiate: (argument: EntryAddress, options: { subscribe: boolean }) => unknown;
    };
  };
  util: {
    updateQueryData: (
      endpoint: string,
      argument: EntryAddress,
      recipe: (draft: { data: Fields }) => void,
    ) => unknown;
  };
};

/** The requests of the panel, those of the content manager among them. */
export const api = adminApi as unknown as Api;
