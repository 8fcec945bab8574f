import { expect, test } from 'vitest';
import { counterState } from './counter-state';

test.each([
  [0, 100, 'free'],
  [89, 100, 'free'],
  [90, 100, 'near'],
  [100, 100, 'full'],
  [101, 100, 'over'],
  [2, 3, 'free'],
  [3, 3, 'full'],
])('%i of %i characters: %s', (length, limit, state) => {
  expect(counterState({ length, limit })).toBe(state);
});
