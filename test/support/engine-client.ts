import type { TestMeilisearch } from './meilisearch';
import { waitFor } from './wait-for';

/**
 * Ways to ask and change the engine itself, past Strapi and whatever stands between.
 * @param engine asked at each call: a test file starts it after it has named these
 */
export const engineClient = (engine: () => TestMeilisearch) => {
  const ask = async (address: string, init: { method?: string; body?: string } = {}) => {
    const { host, apiKey } = engine();
    const response = await fetch(`${host}${address}`, {
      ...init,
      headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    });
    return (await response.json()) as Record<string, unknown>;
  };
  /** Waits until a task has succeeded. */
  const done = (task: Record<string, unknown>) =>
    waitFor(async () => (await ask(`/tasks/${task.taskUid}`)).status === 'succeeded');
  /** Puts documents into the French index. */
  const put = async (documents: unknown[]) =>
    done(
      await ask('/indexes/test_fr/documents', { method: 'POST', body: JSON.stringify(documents) }),
    );
  return { ask, done, put };
};
