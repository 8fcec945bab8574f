import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks `condition` every 100 ms until it holds.
 * @param timeoutMs milliseconds before it gives up
 * @returns whether it came to hold in time
 */
export const waitUntil = async (
  condition: () => Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() > deadline) return false;
    await delay(100);
  }
};
