import { type Fields, isFields } from './models';

/** What a request of the content manager is about. */
export type EntryAddress = {
  collectionType: string;
  model: string;
  documentId?: string;
  params?: { locale?: string; status?: string };
};

/** An entry as the panel has read it, and the arguments of the query by which it did. */
export type OpenedEntry = {
  query: EntryAddress;
  /** Without anything where the version did not exist. */
  entry: Fields;
};

const READ_ENTRY = 'getDocument';

const isOf = (query: unknown, address: EntryAddress): query is EntryAddress =>
  isFields(query) &&
  query.model === address.model &&
  (address.documentId === undefined || query.documentId === address.documentId) &&
  (!isFields(query.params) || query.params.status !== 'published') &&
  (isFields(query.params) ? query.params.locale : undefined) === address.params?.locale;

/**
 * Finds the entry that a form was filled from among what the panel keeps of its own reads: a form
 * always shows the last one.
 * @param state the panel's redux state
 */
export const openedEntry = (state: unknown, address: EntryAddress): OpenedEntry | undefined => {
  const api = isFields(state) ? state.adminApi : undefined;
  const queries = isFields(api) && isFields(api.queries) ? Object.values(api.queries) : [];
  const [last] = queries
    .flatMap((cached) => {
      if (!isFields(cached) || cached.endpointName !== READ_ENTRY) return [];
      const { originalArgs: query, data: answer, fulfilledTimeStamp } = cached;
      if (!isOf(query, address) || !isFields(answer) || !isFields(answer.data)) return [];
      return [{ at: Number(fulfilledTimeStamp), query, entry: answer.data }];
    })
    .sort((a, b) => b.at - a.at);
  return last && { query: last.query, entry: last.entry };
};
