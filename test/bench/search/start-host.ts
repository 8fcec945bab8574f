import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../support/free-port';
import type { AnswerOf, OperationName, Operations } from './host';

export type Host = Awaited<ReturnType<typeof startHost>>;

type Answer = { call: number; answer?: unknown; error?: string };

/** Starts a Strapi in a process of its own, with HTTP or without, that does what it is asked. */
export const startHost = async ({
  appDir,
  distDir,
  mode,
  env,
  execArgv = [],
}: {
  appDir: string;
  distDir: string;
  mode: 'serve' | 'load';
  env: Record<string, string>;
  execArgv?: string[];
}) => {
  const port = await freePort();
  const child = fork(path.join(__dirname, 'host.js'), [appDir, distDir, mode], {
    cwd: appDir,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, PORT: String(port) },
    execArgv,
    // The last line of stdout is for machines.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const exited = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`The Strapi that was to be measured ended with ${code} before it was ready.`);
    }),
  ]);
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.call)?.(answer));
  exited.then(() => {
    for (const [call, answer] of waiting) answer({ call, error: 'The measured process ended.' });
  });
  let calls = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    /** @throws Error with what the operation threw */
    do: async <Name extends OperationName>(
      name: Name,
      ...[input]: Parameters<Operations[Name]>
    ): Promise<AnswerOf<Name>> => {
      calls += 1;
      const call = calls;
      const { answer, error } = await new Promise<Answer>((resolve) => {
        waiting.set(call, resolve);
        child.send({ call, name, input });
      });
      waiting.delete(call);
      if (error !== undefined) throw new Error(`${name}: ${error}`);
      return answer as AnswerOf<Name>;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
