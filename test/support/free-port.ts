import { createServer } from 'node:net';

/** A TCP port that is free on 127.0.0.1 now. Another process may take it before its use. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('The operating system gave no port')),
      );
    });
  });
