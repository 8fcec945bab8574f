import { expect, test } from 'vitest';
import { parseOpened } from './parse-opened';

test('an instant is read to the millisecond', () => {
  expect(parseOpened('2026-03-01T10:00:00.123Z')).toBe(Date.UTC(2026, 2, 1, 10, 0, 0, 123));
});

test('nothing opened is null', () => {
  expect(parseOpened('none')).toBeNull();
});

test.each(['', 'yesterday', '2026-99-01T00:00:00.000Z'])('%o is refused by name', (value) => {
  expect(() => parseOpened(value)).toThrow('x-opened-version');
});
