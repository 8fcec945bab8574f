import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { WebhookBody } from '../../src/plugins/search/shared/contracts';

export type WebhookReceiver = {
  url: string;
  secret: string;
  /** Calls that were answered 200, in their order; a wrong signature is answered 401. */
  accepted: WebhookBody[];
  /** How many calls are refused with 500 from now on; their ids are kept in `refused`. */
  refuse: (count: number) => void;
  refused: string[];
  stop: () => Promise<void>;
};

/**
 * A server that takes webhook calls as a front-end should: it checks the signature over the bytes as
 * they came and refuses old ones.
 * @param onAccepted runs before a call is answered
 */
export const startWebhookReceiver = async (
  onAccepted: (body: WebhookBody) => Promise<void> = async () => {},
): Promise<WebhookReceiver> => {
  const secret = 'a secret of the tests';
  const accepted: WebhookBody[] = [];
  const refused: string[] = [];
  let refusals = 0;

  const isSigned = (signature: string, body: string): boolean => {
    const [, seconds = '', hash] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    const age = Math.abs(Date.now() / 1_000 - Number(seconds));
    return (
      age < 300 && hash === createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
    );
  };

  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    if (!isSigned(String(request.headers['x-search-signature']), text)) {
      response.writeHead(401).end();
      return;
    }
    const body: WebhookBody = JSON.parse(text);
    if (refusals > 0) {
      refusals -= 1;
      refused.push(body.id);
      response.writeHead(500).end();
      return;
    }
    await onAccepted(body);
    accepted.push(body);
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The receiver has no port');
  return {
    url: `http://127.0.0.1:${address.port}/revalidate`,
    secret,
    accepted,
    refused,
    refuse: (count) => {
      refusals = count;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
