import http from 'node:http';

/**
 * How the proxy treats what passes: `refuse` ends the connection at once, `stall` answers never,
 * `html` answers 502 with a page, `drop` lets the engine do the work and throws its answer away, `hold`
 * keeps the answer until another fault, or none, is set.
 */
export type Fault = 'none' | 'refuse' | 'stall' | 'html' | 'drop' | 'hold';

export type FaultProxy = {
  host: string;
  /** From now on; `when` picks the requests it concerns, all unless told. */
  set: (fault: Fault, when?: (request: { method: string; url: string }) => boolean) => void;
  /** Changes what is sent to the engine, so that it accepts and then really fails; undefined ends that. */
  rewrite: (change: ((body: string) => string) | undefined) => void;
  /** How many answers of the engine are held. */
  held: () => number;
  /** How many requests met a fault. */
  faults: () => number;
  stop: () => Promise<void>;
};

/** A real HTTP proxy before a real engine, which shows faults that the engine can't be made to show. */
export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  const { hostname, port } = new URL(target);
  let fault: Fault = 'none';
  let concerns: (request: { method: string; url: string }) => boolean = () => true;
  let change: ((body: string) => string) | undefined;
  let met = 0;
  let held: (() => void)[] = [];

  const server = http.createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const now = concerns({ method, url }) ? fault : 'none';
    if (now !== 'none') met += 1;
    if (now === 'refuse') {
      request.socket.destroy();
      return;
    }
    if (now === 'stall') return;
    if (now === 'html') {
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    }
    const { 'content-length': _length, ...headers } = request.headers;
    const upstream = http.request(
      { hostname, port, method, path: url, headers: change ? headers : request.headers },
      (answer) => {
        if (now === 'drop') {
          answer.resume();
          answer.once('end', () => request.socket.destroy());
          return;
        }
        const pass = () => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        };
        if (now === 'hold' && fault === 'hold') held.push(pass);
        else pass();
      },
    );
    upstream.once('error', () => request.socket.destroy());
    if (!change) {
      request.pipe(upstream);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => upstream.end(change?.(Buffer.concat(chunks).toString())));
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port');
  return {
    host: `http://127.0.0.1:${address.port}`,
    set: (next, when = () => true) => {
      fault = next;
      concerns = when;
      for (const pass of held) pass();
      held = [];
    },
    rewrite: (next) => {
      change = next;
    },
    held: () => held.length,
    faults: () => met,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
