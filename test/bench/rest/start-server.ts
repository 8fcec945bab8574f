import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

export type Server = { url: string; stop: () => Promise<void> };

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
};

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
