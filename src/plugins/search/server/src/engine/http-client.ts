import { Agent, type Dispatcher } from 'undici';
import { EngineRefused, EngineUnavailable } from './errors';

export type HttpClient = {
  /** As the Meilisearch client asks: it adds the key and the timeout. */
  send: (input: string | URL | Request, init?: RequestInit) => Promise<unknown>;
  /** Posts JSON to a path of the engine without the Meilisearch client, whose layers each search would pay for. */
  post: (input: { path: string; body: unknown }) => Promise<unknown>;
  /** Ends every connection; what is under way fails. */
  close: () => Promise<void>;
};

/** These say something about the engine or its settings, not about what was sent. */
const UNWELL = new Set([401, 403, 408, 425, 429]);

const parsed = ({ status, text }: { status: number; text: string }): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EngineUnavailable(`Meilisearch's address answered ${status} with no JSON`, { cause });
  }
};

type Exchange = Omit<Dispatcher.DispatchOptions, 'origin'> & {
  origin: string;
  signal: AbortSignal | null | undefined;
};

/** One request, without undici's stream for the answer, which costs more than reading it. */
const exchange = (
  dispatcher: Dispatcher,
  { signal, ...options }: Exchange,
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let status = 0;
    let stop = (): void => {};
    const end = (): void => signal?.removeEventListener('abort', stop);
    dispatcher.dispatch(options, {
      onConnect: (abort) => {
        stop = () => abort(signal?.reason);
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop, { once: true });
      },
      onHeaders: (code) => {
        status = code;
        return true;
      },
      onData: (part) => {
        parts.push(part);
        return true;
      },
      onComplete: () => {
        end();
        resolve({ status, text: Buffer.concat(parts).toString('utf8') });
      },
      onError: (error) => {
        end();
        reject(error);
      },
    });
  });

/** @throws EngineUnavailable, EngineRefused */
const judged = ({ status, text }: { status: number; text: string }): unknown => {
  const body = parsed({ status, text });
  if (status < 400) return body;
  const { message = `Meilisearch answered ${status}`, code = 'unknown' } = (body ?? {}) as {
    message?: string;
    code?: string;
  };
  if (status >= 500 || UNWELL.has(status)) throw new EngineUnavailable(message);
  throw new EngineRefused({ status, code, message });
};

/**
 * HTTP to Meilisearch over connections that stay open. The client's own fetch takes twenty times as
 * long for a large answer, and has neither timeout nor a way to end what is under way.
 * @param host base address
 * @param timeoutMs milliseconds for one `post`
 */
export const createHttpClient = ({
  host,
  apiKey,
  timeoutMs,
}: {
  host: string;
  apiKey: string;
  timeoutMs: number;
}): HttpClient => {
  const dispatcher = new Agent({ keepAliveTimeout: 4_000, connect: { timeout: 2_000 } });
  const { origin, pathname } = new URL(host);
  const base = pathname.replace(/\/$/, '');
  const headers = {
    'content-type': 'application/json',
    ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
  };
  return {
    send: async (input, init = {}) => {
      const { origin, pathname, search } = new URL(String(input));
      return judged(
        await exchange(dispatcher, {
          origin,
          path: `${pathname}${search}`,
          method: (init.method ?? 'GET') as 'GET',
          headers: new Headers(init.headers),
          body: typeof init.body === 'string' ? init.body : null,
          signal: init.signal,
        }),
      );
    },
    post: async ({ path, body }) =>
      judged(
        await exchange(dispatcher, {
          origin,
          path: `${base}${path}`,
          method: 'POST',
          headers,
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(timeoutMs),
        }),
      ),
    close: () => dispatcher.destroy(),
  };
};
