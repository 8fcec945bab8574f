import { expect, it } from 'vitest';
import { closedBreaker, trip, waitOf } from './breaker';

const limits = { baseMs: 100, maxMs: 1_000 };

it('waits longer with every failure, up to the cap, and not at all when closed', () => {
  expect(waitOf({ breaker: closedBreaker, now: 0 })).toBe(0);
  let breaker = trip({ breaker: closedBreaker, reason: 'a', now: 0, random: 0.999, limits });
  const waits = [waitOf({ breaker, now: 0 })];
  for (let failure = 0; failure < 6; failure += 1) {
    breaker = trip({ breaker, reason: 'b', now: 0, random: 0.999, limits });
    waits.push(waitOf({ breaker, now: 0 }));
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBeLessThanOrEqual(1_000);
  expect(waitOf({ breaker, now: 5_000 })).toBe(0);
  expect(breaker).toMatchObject({ state: 'open', reason: 'b', failures: 7 });
});
