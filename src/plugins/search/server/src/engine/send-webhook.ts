import { request } from 'undici';

export type WebhookOutcome = { state: 'accepted' } | { state: 'failed'; reason: string };

/**
 * Posts JSON to an address. Anything but a 2xx in time is a failure; a redirection is not followed.
 * @param timeoutMs milliseconds for the whole call
 */
export const sendWebhook = async ({
  url,
  body,
  headers,
  signal,
  timeoutMs,
}: {
  url: string;
  body: string;
  headers: Record<string, string>;
  signal: AbortSignal;
  timeoutMs: number;
}): Promise<WebhookOutcome> => {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body.dump();
    const { statusCode } = response;
    return statusCode >= 200 && statusCode < 300
      ? { state: 'accepted' }
      : { state: 'failed', reason: `it answered ${statusCode}` };
  } catch (error) {
    return { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
};
