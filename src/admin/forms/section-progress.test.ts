import { expect, test } from 'vitest';
import { filledIn, isFilled } from './section-progress';

const change = (connect: number, disconnect: number) => ({
  connect: Array.from({ length: connect }, () => ({})),
  disconnect: Array.from({ length: disconnect }, () => ({})),
});

test.each<[string, unknown, unknown, boolean]>([
  ['a text', 'x', null, true],
  ['an empty text', '', 'x', false],
  ['zero', 0, null, true],
  ['no', false, null, true],
  ['nothing', null, null, false],
  ['a list', [{}], null, true],
  ['an empty list', [], null, false],
  ['a component', { code: 'a' }, null, true],
  ['a relation that is stored', change(0, 0), { count: 2 }, true],
  ['a relation that is none', change(0, 0), { count: 0 }, false],
  ['a new relation', change(1, 0), undefined, true],
  ['a relation taken away', change(0, 1), { count: 1 }, false],
  ['one of a stored list', change(0, 0), [{}], true],
])('%s', (_, value, stored, filled) => {
  expect(isFilled({ value, stored })).toBe(filled);
});

test('counts the fields of a section', () => {
  expect(
    filledIn({ fields: ['title', 'strap'], values: { title: 'x', other: 'y' }, stored: {} }),
  ).toBe(1);
});
