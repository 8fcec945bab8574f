import { expect, it } from 'vitest';
import { all, any, compare, isIn, isNothing, isWithin, not } from './filter-expression';

it('quotes values, so that none can end its literal', () => {
  expect(isIn('themes', ['A"] OR access IN ["members', 'B\\'])).toBe(
    'themes IN ["A\\"] OR access IN [\\"members", "B\\\\"]',
  );
  expect(isIn('isSample', [true])).toBe('isSample IN [true]');
});

it('joins conditions, and leaves out those that ask for nothing', () => {
  const one = compare('start', '>=', 1);
  expect(all([])).toBe('');
  expect(all(['', one])).toBe('start >= 1');
  expect(all([one, any([isIn('type', ['a']), not(one)])])).toBe(
    '(start >= 1 AND (type IN ["a"] OR NOT start >= 1))',
  );
  expect(isNothing('end')).toBe('(end NOT EXISTS OR end IS NULL OR end IS EMPTY)');
});

it('knows what no document can be', () => {
  const never = 'documentId NOT EXISTS';
  expect([any([]), isIn('type', []), not('')]).toEqual([never, never, never]);
  expect(any(['', 'a = 1'])).toBe('');
});

it('gives a box by its corners', () => {
  expect(isWithin({ west: -17, south: 32, east: -16, north: 33 })).toBe(
    '_geoBoundingBox([33, -16], [32, -17])',
  );
});
