export type RateLimit = {
  /** Requests that one caller may make in a window, and all callers together. */
  perCaller: number;
  overall: number;
  /** Length of a window in milliseconds. */
  windowMs: number;
};

/**
 * Counts requests in windows of fixed length, in this process's memory.
 * @returns a function that counts one request of a caller and answers the seconds to wait before the
 * next (≥ 1), or 0 when it may go on; a request that has to wait is not counted
 */
export const createRateLimiter = ({
  perCaller,
  overall,
  windowMs,
}: RateLimit): ((input: { caller: string; now: number }) => number) => {
  let started = Number.NEGATIVE_INFINITY;
  let total = 0;
  const counts = new Map<string, number>();
  return ({ caller, now }) => {
    if (now - started >= windowMs || now < started) {
      started = now;
      total = 0;
      counts.clear();
    }
    const count = counts.get(caller) ?? 0;
    if (count >= perCaller || total >= overall) {
      return Math.max(1, Math.ceil((started + windowMs - now) / 1000));
    }
    total += 1;
    counts.set(caller, count + 1);
    return 0;
  };
};
