import { setTimeout as pause } from 'node:timers/promises';
import { startMeilisearch } from '../../../src/demo/meilisearch-process';
import { endChild } from '../../../src/demo/processes';
import { freePort } from '../../support/free-port';
import { ask } from './http';

const POLL_MS = 5;

export type Engine = Awaited<ReturnType<typeof startEngine>>;

type Task = { status: string; error: { message: string } | null };

/** A real Meilisearch with data of its own, and plain HTTP to it. */
export const startEngine = async ({
  root,
  directory,
  key,
}: {
  root: string;
  directory: string;
  key: string;
}) => {
  const port = await freePort();
  const child = await startMeilisearch({
    root,
    dataDirectory: directory,
    meilisearchPort: port,
    secrets: { meilisearchKey: key },
  });
  const host = `http://127.0.0.1:${port}`;
  const headers = { authorization: `Bearer ${key}` };

  const read = async <T>(path: string): Promise<T> =>
    JSON.parse(await ask({ url: `${host}${path}`, headers }));
  const send = async (
    method: string,
    path: string,
    body?: string | Buffer,
    type?: string,
  ): Promise<number> => {
    const text = await ask({
      url: `${host}${path}`,
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(type === undefined ? {} : { type }),
    });
    return (JSON.parse(text) as { taskUid: number }).taskUid;
  };

  return {
    host,
    read,
    /** Sends a write; answers its task. */
    send,
    search: (index: string, body: string): Promise<string> =>
      ask({ url: `${host}/indexes/${index}/search`, method: 'POST', headers, body }),
    /** Waits until the tasks have succeeded. */
    settle: async (tasks: readonly number[]): Promise<void> => {
      for (const uid of tasks) {
        for (;;) {
          const { status, error } = await read<Task>(`/tasks/${uid}`);
          if (status === 'succeeded') break;
          if (status === 'failed' || status === 'canceled') {
            throw new Error(`Task ${uid}: ${error?.message ?? status}`);
          }
          await pause(POLL_MS);
        }
      }
    },
    /** Waits until nothing is queued or under way. */
    rest: async (): Promise<void> => {
      for (;;) {
        const { total } = await read<{ total: number }>(
          '/tasks?statuses=enqueued,processing&limit=1',
        );
        if (total === 0) return;
        await pause(POLL_MS);
      }
    },
    stop: () => endChild(child),
  };
};
