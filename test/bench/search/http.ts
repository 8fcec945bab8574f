import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

type Asked = {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  type?: string;
};

/**
 * One request over `node:http` on a connection that stays open.
 * @throws Error for any status but a 2xx, with the answer in it
 */
export const ask = ({
  url,
  method = 'GET',
  headers = {},
  body,
  type = 'application/json',
}: Asked): Promise<string> =>
  new Promise((resolve, reject) => {
    const content =
      body === undefined
        ? {}
        : { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { method, agent, headers: { ...headers, ...content } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(text);
        else reject(new Error(`${method} ${url}: ${status} ${text.slice(0, 500)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
