import { expect, it } from 'vitest';
import { createTokenBuckets } from './token-bucket';

it('lets a burst go, then so many a minute, each caller for itself', () => {
  const limit = createTokenBuckets({ perMinute: 6, burst: 2 });
  const ask = (caller: string, now: number) => limit({ caller, now });
  expect([ask('a', 0), ask('a', 0), ask('a', 0)]).toEqual([0, 0, 10]);
  expect(ask('b', 0)).toBe(0);
  // A request that had to wait took nothing.
  expect([ask('a', 9_000), ask('a', 10_000), ask('a', 10_000)]).toEqual([1, 0, 10]);
  expect([ask('a', 600_000), ask('a', 600_000), ask('a', 600_000)]).toEqual([0, 0, 10]);
});

it('limits nothing at 0', () => {
  const limit = createTokenBuckets({ perMinute: 0, burst: 1 });
  expect([1, 2, 3].map((now) => limit({ caller: 'a', now }))).toEqual([0, 0, 0]);
});
