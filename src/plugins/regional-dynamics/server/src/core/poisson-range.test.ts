import { expect, test } from 'vitest';
import { poissonRange } from './poisson-range';

/** Garwood's table (Biometrika 28, 1936), and Ulm 1990: 95 % unless told. */
test.each([
  [0, 0.95, 0, 3.6889],
  [1, 0.95, 0.0253, 5.5716],
  [5, 0.95, 1.6235, 11.6683],
  [10, 0.95, 4.7954, 18.3904],
  [100, 0.95, 81.3639, 121.6268],
  [0, 0.9, 0, 2.9957],
  [3, 0.9, 0.8177, 7.7537],
])('%d events at %d: %d to %d', (n, level, low, high) => {
  const range = poissonRange(n, level);
  expect(range.low).toBeCloseTo(low, 3);
  expect(range.high).toBeCloseTo(high, 3);
});

test('thousands of events lose no digit to overflow', () => {
  const { low, high } = poissonRange(20_000, 0.9);
  expect(low).toBeCloseTo(20_000 - 1.645 * Math.sqrt(20_000), -1);
  expect(high).toBeCloseTo(20_000 + 1.645 * Math.sqrt(20_000), -1);
});
