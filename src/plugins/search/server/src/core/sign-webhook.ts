import { createHmac } from 'node:crypto';

/**
 * The signature of a webhook call: the time in Unix seconds, and the HMAC-SHA256 of `<time>.<body>`
 * in hexadecimal. A receiver computes the same and refuses a time that is minutes away.
 */
export const signWebhook = ({
  body,
  secret,
  seconds,
}: {
  body: string;
  secret: string;
  seconds: number;
}): string => {
  const hash = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hash}`;
};
