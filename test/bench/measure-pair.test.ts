import { expect, test } from 'vitest';
import { measurePair, median } from './measure-pair';

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('each side is measured as often, in turns, after the warm-up', async () => {
  const calls: string[] = [];
  const side = (name: string) => async () => {
    calls.push(name);
  };
  await measurePair({ ours: side('a'), other: side('b'), rounds: 4, warmup: 2 });
  expect(calls.join('')).toBe('abbaabbaabba');
});
