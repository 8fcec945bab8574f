import { expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit';

const limit = { perCaller: 2, overall: 3, windowMs: 10_000 };

it('lets each caller through as often as it may, and tells how long to wait', () => {
  const check = createRateLimiter(limit);
  expect([0, 1, 2_500].map((now) => check({ caller: 'a', now }))).toEqual([0, 0, 8]);
  expect(check({ caller: 'b', now: 2_500 })).toBe(0);
});

it('holds all callers together to one number', () => {
  const check = createRateLimiter(limit);
  expect(['a', 'b', 'c', 'd'].map((caller) => check({ caller, now: 0 }))).toEqual([0, 0, 0, 10]);
});

it('starts again with the next window, and does not count those it turned away', () => {
  const check = createRateLimiter(limit);
  for (let index = 0; index < 10; index += 1) check({ caller: 'a', now: 0 });
  expect(check({ caller: 'b', now: 1 })).toBe(0);
  expect(check({ caller: 'a', now: 9_999 })).toBe(1);
  expect(check({ caller: 'a', now: 10_000 })).toBe(0);
});
