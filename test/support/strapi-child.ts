import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectRoot } from './compile';

type Answer = { id: number; result?: unknown; error?: string };

export type StrapiChild = {
  /** Does one of the tasks of `killable-strapi.js` there. Rejects when it fails, or when the process ends. */
  ask: <T = unknown>(name: string, input?: unknown) => Promise<T>;
  /** By which signal, if any, the process has ended. */
  ended: Promise<string | null>;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts the compiled application in a process of its own, which listens on no port. */
export const startStrapiChild = async (env: Record<string, string>): Promise<StrapiChild> => {
  const child = fork(path.join(import.meta.dirname, 'killable-strapi.js'), {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([, signal]) => signal as string | null);
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (e: Error) => void }>();
  let last = 0;
  const expect = (id: number) =>
    new Promise((resolve, reject) => {
      open.set(id, { resolve, reject });
    });
  child.on('message', ({ id, result, error }: Answer) => {
    const waiting = open.get(id);
    open.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  });
  const gone = ended.then((signal) => {
    for (const { reject } of open.values()) reject(new Error(`The process ended: ${signal}`));
    open.clear();
  });
  const ask = async <T = unknown>(name: string, input?: unknown): Promise<T> => {
    last += 1;
    const answer = expect(last);
    child.send({ id: last, name, input });
    return (await answer) as T;
  };
  await expect(0);
  return {
    ask,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await ask('stop');
      await gone;
    },
  };
};
