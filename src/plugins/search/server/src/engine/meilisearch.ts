import { setTimeout as pause } from 'node:timers/promises';
import { Meilisearch, type SearchResponse, type Settings } from 'meilisearch';
import type { Engine, EngineAnswer, EngineHit, TaskOutcome } from './engine';
import { EngineRefused, EngineUnavailable } from './errors';
import { createHttpClient } from './http-client';

type Stored = { id: string; type?: string; documentId?: string; hash?: string; stamp?: string };

const NO_SUCH_ATTRIBUTE = 'invalid_search_attributes_to_search_on';
/** The smallest task takes longer, and a question would take its time. */
const FIRST_POLL_MS = 25;
const SLOWEST_POLL_MS = 250;

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause instanceof Error ? `: ${cause.cause.message}` : '';
  return `${cause.message || cause.name}${inner}`;
};

/** The client wraps what the HTTP client throws: our two errors come out, all others mean "not reachable". */
const asked = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    for (const candidate of [error, error instanceof Error ? error.cause : undefined]) {
      if (candidate instanceof EngineRefused || candidate instanceof EngineUnavailable) {
        throw candidate;
      }
    }
    throw new EngineUnavailable(`Meilisearch is not reachable: ${reasonOf(error)}`, {
      cause: error,
    });
  }
};

/**
 * The adapter for Meilisearch.
 * @param host base address
 * @param apiKey a key that may do everything with the plugin's indexes
 * @param timeoutMs milliseconds for one request
 * @param taskTimeoutMs milliseconds for the end of the tasks of one `settle`
 */
export const createMeilisearchEngine = ({
  host,
  apiKey,
  timeoutMs,
  taskTimeoutMs,
}: {
  host: string;
  apiKey: string;
  timeoutMs: number;
  taskTimeoutMs: number;
}): Engine => {
  const http = createHttpClient({ host, apiKey, timeoutMs });
  const client = new Meilisearch({
    host,
    ...(apiKey ? { apiKey } : {}),
    timeout: timeoutMs,
    httpClient: (input, init) => http.send(input, init),
  });

  const settle = async (tasks: readonly number[]): Promise<TaskOutcome[]> => {
    if (tasks.length === 0) return [];
    const deadline = Date.now() + taskTimeoutMs;
    for (let wait = FIRST_POLL_MS; ; wait = Math.min(SLOWEST_POLL_MS, wait * 1.5)) {
      await pause(wait);
      const { results } = await asked(() =>
        client.tasks.getTasks({ uids: [...tasks], limit: tasks.length }),
      );
      if (results.length < tasks.length) throw new EngineUnavailable('Meilisearch lost a task');
      if (results.every(({ status }) => status !== 'enqueued' && status !== 'processing')) {
        const byUid = new Map(results.map((task) => [task.uid, task]));
        return tasks.map((uid): TaskOutcome => {
          const task = byUid.get(uid);
          if (task?.status === 'succeeded') return { state: 'succeeded' };
          return {
            state: 'failed',
            code: task?.error?.code ?? task?.status ?? 'unknown',
            message: task?.error?.message ?? `The task was ${task?.status ?? 'lost'}`,
            isInternal: task?.error?.type !== 'invalid_request',
          };
        });
      }
      if (Date.now() > deadline) {
        throw new EngineUnavailable(`Meilisearch did not end its tasks in ${taskTimeoutMs} ms`);
      }
    }
  };

  return {
    health: async () => {
      await asked(() => client.health());
    },
    indexes: () =>
      asked(async () => {
        const { results } = await client.getRawIndexes({ limit: 1_000 });
        return results.map(({ uid }) => uid);
      }),
    createIndex: (index) =>
      asked(async () => (await client.createIndex(index, { primaryKey: 'id' })).taskUid),
    deleteIndex: (index) => asked(async () => (await client.deleteIndex(index)).taskUid),
    settings: (index) =>
      asked(
        async (): Promise<Record<string, unknown>> => ({
          ...(await client.index(index).getSettings()),
        }),
      ),
    changeSettings: ({ index, settings }) =>
      asked(async () => (await client.index(index).updateSettings(settings as Settings)).taskUid),
    put: ({ index, documents }) =>
      asked(
        async () =>
          (await client.index(index).addDocuments([...documents], { primaryKey: 'id' })).taskUid,
      ),
    remove: ({ index, ids }) =>
      asked(async () => (await client.index(index).deleteDocuments([...ids])).taskUid),
    putLines: ({ index, lines }) =>
      asked(
        async () =>
          (
            await client
              .index(index)
              .addDocumentsFromString(lines, 'application/x-ndjson', { primaryKey: 'id' })
          ).taskUid,
      ),
    swap: (pairs) =>
      asked(
        async () =>
          (
            await client.swapIndexes(
              pairs.map(([one, other]) => ({ indexes: [one, other], rename: false })),
            )
          ).taskUid,
      ),
    findSwap: (indexes) =>
      asked(async () => {
        const { results } = await client.tasks.getTasks({ types: ['indexSwap'], limit: 20 });
        return results.find((task) =>
          task.details?.swaps?.some((swap) =>
            swap.indexes.some((index) => indexes.includes(index)),
          ),
        )?.uid;
      }),
    callOff: (indexes) =>
      asked(
        async () =>
          (
            await client.tasks.cancelTasks({
              indexUids: [...indexes],
              statuses: ['enqueued', 'processing'],
            })
          ).taskUid,
      ),
    fetch: ({ index, ids }) =>
      asked(async () => {
        const { results } = await client
          .index<Record<string, unknown>>(index)
          .getDocuments({ ids: [...ids], limit: ids.length });
        return results;
      }),
    settle,
    known: ({ index, ids }) =>
      asked(async () => {
        const { results } = await client.index<Stored>(index).getDocuments({
          ids: [...ids],
          fields: ['id', 'hash', 'stamp'],
          limit: ids.length,
          // An id list alone is sent as GET, which has a limit of length.
          filter: 'documentId EXISTS',
        });
        // A document that someone else put there has neither: it is there all the same.
        return new Map(results.map(({ id, hash = '', stamp = '' }) => [id, { hash, stamp }]));
      }),
    scan: ({ index, offset, limit }) =>
      asked(async () => {
        const { results, total } = await client
          .index<Stored>(index)
          .getDocuments({ offset, limit, fields: ['id', 'type', 'documentId'] });
        return { documents: results, total };
      }),
    count: (index) => asked(async () => (await client.index(index).getStats()).numberOfDocuments),
    lastChange: (index) =>
      asked(async () => {
        const { updatedAt } = await client.getRawIndex(index);
        return new Date(updatedAt).toISOString();
      }),
    search: ({ index, params }) =>
      asked(async (): Promise<EngineAnswer> => {
        const path = `/indexes/${encodeURIComponent(index)}/search`;
        const { hits, totalHits, facetDistribution } = (await http.post({
          path,
          body: params,
        })) as SearchResponse<EngineHit, { page: number }>;
        return {
          hits,
          totalHits: totalHits ?? 0,
          facetDistribution: facetDistribution ?? {},
        };
      }).catch((error: unknown) => {
        // An empty index has no attributes to search in, and the engine says so.
        const isEmpty = error instanceof EngineRefused && error.code === NO_SUCH_ATTRIBUTE;
        if (!isEmpty) throw error;
        return { hits: [], totalHits: 0, facetDistribution: {} };
      }),
    searchKey: ({ uid, name, indexes }) =>
      asked(async () => {
        const { actions, key } = await client.getKey(uid).catch((error: unknown) => {
          const cause = error instanceof Error ? error.cause : undefined;
          const isMissing = [error, cause].some(
            (one) => one instanceof EngineRefused && one.code === 'api_key_not_found',
          );
          if (!isMissing) throw error;
          return client.createKey({ uid, name, indexes, actions: ['search'], expiresAt: null });
        });
        if (actions.some((action) => action !== 'search')) {
          throw new EngineUnavailable(`The key ${uid} of Meilisearch may do more than search`);
        }
        return { uid, key };
      }),
    close: () => http.close(),
  };
};
