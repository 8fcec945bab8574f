import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../support/free-port';

export type Server = { url: string; stop: () => Promise<void> };

/** Starts a Strapi application in a process of its own and waits until it answers. */
export const startServer = async ({
  appDir,
  distDir = appDir,
  env,
}: {
  appDir: string;
  distDir?: string;
  env: Record<string, string>;
}): Promise<Server> => {
  const port = await freePort();
  const child = fork(path.join(__dirname, 'serve.js'), [appDir, distDir], {
    cwd: appDir,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, PORT: String(port) },
    // The last line of stdout is for machines.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const exited = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`The server in ${appDir} ended with ${code} before it answered.`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
