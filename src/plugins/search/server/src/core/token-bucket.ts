/** Tells the seconds that a caller must wait before its next request, 0 when it may go on. */
export type Limiter = (input: { caller: string; now: number }) => number;

const MAX_CALLERS = 10_000;

/**
 * Lets each caller do so many things at once and so many a minute, counted in this process's memory.
 * @param perMinute how many are refilled in a minute; 0 limits nothing
 * @param burst how many may come at once
 */
export const createTokenBuckets = ({
  perMinute,
  burst,
}: {
  perMinute: number;
  burst: number;
}): Limiter => {
  if (perMinute === 0) return () => 0;
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, { left: number; at: number }>();

  const forgetFull = (now: number): void => {
    for (const [caller, { left, at }] of buckets) {
      if (left + (now - at) * perMs >= burst) buckets.delete(caller);
    }
  };

  return ({ caller, now }) => {
    if (buckets.size >= MAX_CALLERS) forgetFull(now);
    const bucket = buckets.get(caller) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + Math.max(0, now - bucket.at) * perMs);
    const isLet = left >= 1;
    buckets.set(caller, { left: isLet ? left - 1 : left, at: now });
    return isLet ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1_000));
  };
};
