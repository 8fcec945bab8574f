import type { DemoSettings } from './settings';

/** An HTTP answer that was not the one expected; the message names the request and the server's own words. */
export class HttpError extends Error {
  override name = 'HttpError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export type DemoClient = {
  get: <T>(path: string) => Promise<T>;
  send: <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<T>;
};

/** Talks to the demo's own HTTP API; `token` is an admin session's. Answers are the caller's to trust. */
export const createClient = ({
  settings,
  token,
}: {
  settings: Pick<DemoSettings, 'host' | 'port'>;
  token?: string;
}): DemoClient => {
  const request = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`http://${settings.host}:${settings.port}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new HttpError(
        response.status,
        `${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`,
      );
    }
    return (text ? JSON.parse(text) : undefined) as T;
  };
  return {
    get: (path) => request('GET', path),
    send: (method, path, body) => request(method, path, body),
  };
};
