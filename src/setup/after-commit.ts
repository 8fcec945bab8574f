import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

type Callback = () => unknown;
type Context = { onCommit: (callback: Callback) => void };
type Work = (context: Context) => unknown;

/** Its name among the services of Strapi. */
export const AFTER_COMMIT = 'after-commit';

/** The editor has the answer by then, and search has sent the edited language. */
const DELAY_MS = 100;

/**
 * Keeps what follows a commit from standing in anybody's way, and from ending the process. After each
 * save Strapi reads the entry anew, with all that it links, to tell of it by an event. It opens a
 * transaction only to hear of its commit, reads at once, and awaits that nowhere: the reading takes the
 * connection from what editors wait for, and where it fails Node ends the process. Here whoever opened a
 * transaction for nothing else comes a moment later, and a failure is told in the log.
 * @returns `settled`, which awaits what waits or runs, and `end`, which does at once what waits and
 * awaits it
 */
export const keepAfterCommit = (
  strapi: Core.Strapi,
): { settled: () => Promise<void>; end: () => Promise<void> } => {
  const transaction = strapi.db.transaction.bind(strapi.db) as (work?: Work) => Promise<unknown>;
  const stopping = new AbortController();
  // As many as there are commits within the delay.
  setMaxListeners(0, stopping.signal);
  const underWay = new Set<Promise<void>>();

  const told = async (callback: Callback): Promise<void> => {
    try {
      await callback();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      strapi.log.error(`What was to follow a commit failed: ${reason}`);
    }
  };

  const later = (callback: Callback): void => {
    const work = pause(DELAY_MS, undefined, { signal: stopping.signal })
      .catch(() => undefined)
      .then(() => told(callback))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };

  const keeping =
    (work: Work): Work =>
    (context) => {
      let isOver = false;
      const asked: Callback[] = [];
      const result = work({
        ...context,
        onCommit: (callback) => {
          if (isOver) context.onCommit(() => told(callback));
          else asked.push(callback);
        },
      });
      isOver = true;
      const follow = result === undefined ? later : told;
      for (const callback of asked) context.onCommit(() => follow(callback));
      return result;
    };

  strapi.db.transaction = ((work?: Work) =>
    transaction(work && keeping(work))) as typeof strapi.db.transaction;
  const settled = async (): Promise<void> => {
    await Promise.all(underWay);
  };
  return {
    settled,
    end: () => {
      stopping.abort();
      return settled();
    },
  };
};
