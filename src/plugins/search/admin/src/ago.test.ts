import { expect, it } from 'vitest';
import { ago } from './ago';

it.each([
  [0, 0, 'second'],
  [-3, 0, 'second'],
  [59, 59, 'second'],
  [60, 1, 'minute'],
  [3_599, 59, 'minute'],
  [7_300, 2, 'hour'],
  [200_000, 2, 'day'],
])('%i seconds are %i of %s', (seconds, value, unit) => {
  expect(ago(seconds)).toEqual({ value, unit });
});
