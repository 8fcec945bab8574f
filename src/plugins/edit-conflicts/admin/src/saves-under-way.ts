import { isFields } from './core/models';
import { api, type Endpoint } from './panel-api';

let underWay = 0;
const watchers = new Set<() => void>();
const count = (change: 1 | -1) => {
  underWay += change;
  for (const watcher of watchers) watcher();
};

/** Whether a save runs, or what is stored since is not read yet: a form is then filled anew. */
export const isSaving = (): boolean => underWay > 0;

/** Tells of begun and ended saves, for React's `useSyncExternalStore`. */
export const watchSaves = (onChange: () => void): (() => void) => {
  watchers.add(onChange);
  return () => {
    watchers.delete(onChange);
  };
};

type Started = NonNullable<Endpoint['onQueryStarted']>;

/** Whatever a request fails of, its form says so. */
const settled = async (queryFulfilled: Promise<{ data: unknown }>) => {
  const answer = await queryFulfilled.catch(() => undefined);
  return answer?.data;
};

const whileItRuns: Started = async (_argument, { queryFulfilled }) => {
  count(1);
  await settled(queryFulfilled);
  count(-1);
};

/** A form moves from the new entry that it has saved to what is stored of it: that is read first. */
const untilNewEntryIsRead: Started = async ({ model, params }, { dispatch, queryFulfilled }) => {
  count(1);
  const saved = await settled(queryFulfilled);
  const entry = isFields(saved) && isFields(saved.data) ? saved.data : {};
  if (typeof entry.documentId === 'string') {
    const query = {
      collectionType: 'collection-types',
      model,
      documentId: entry.documentId,
      params,
    };
    await dispatch(api.endpoints.getDocument.initiate(query, { subscribe: false }));
  }
  count(-1);
};

/**
 * Counts what saves, or drops, the entry of a form, and the reads that it causes. Strapi's own hook
 * goes: it shows a save before it has happened, and the old texts again when it fails, over the form.
 */
export const countSaves = (): void => {
  const during = (started: Started) => (endpoint: Endpoint) => {
    endpoint.onQueryStarted = started;
  };
  api.enhanceEndpoints({
    endpoints: {
      createDocument: during(untilNewEntryIsRead),
      cloneDocument: during(untilNewEntryIsRead),
      updateDocument: during(whileItRuns),
      publishDocument: during(whileItRuns),
      unpublishDocument: during(whileItRuns),
      discardDocument: during(whileItRuns),
      // As a save ends, the panel begins to read the entry: before the save is counted as ended.
      getDocument: during(async (argument, store) => {
        if (isSaving()) await whileItRuns(argument, store);
      }),
    },
  });
};
