/**
 * Milliseconds to wait before the next try: doubles from `baseMs` up to `maxMs`,
 * half of it fixed and half drawn, so that retries do not come in step.
 * @param attempt tries that have failed, from 1
 * @param random a number in [0, 1)
 */
export const backoff = ({
  attempt,
  baseMs,
  maxMs,
  random,
}: {
  attempt: number;
  baseMs: number;
  maxMs: number;
  random: number;
}): number => {
  const full = Math.min(maxMs, baseMs * 2 ** Math.min(30, Math.max(0, attempt - 1)));
  return Math.round(full / 2 + (full / 2) * random);
};
