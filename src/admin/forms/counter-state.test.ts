import { expect, test } from 'vitest';
import { shownSchemas } from '../../../test/support/read-schemas';
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

test('every limited text is of a type whose input counts', () => {
  const limited = shownSchemas().flatMap(({ uid, attributes }) =>
    Object.entries(attributes)
      .filter(([, { maxLength, customField }]) => maxLength !== undefined && !customField)
      .map(([name, { type }]) => ({ field: `${uid} ${name}`, type })),
  );
  expect(limited.length).toBeGreaterThan(100);
  expect(limited.filter(({ type }) => type !== 'string' && type !== 'text')).toEqual([]);
});
