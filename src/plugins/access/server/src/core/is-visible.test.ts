import { expect, test } from 'vitest';
import { isVisible } from './is-visible';

const see = (row: Record<string, unknown>, condition: Record<string, unknown>) =>
  isVisible({ row, conditions: [condition] });

test('judges a row as the database would', () => {
  expect(see({ access: 'public' }, { access: { $ne: 'members' } })).toBe(true);
  expect(see({ access: 'members' }, { access: { $ne: 'members' } })).toBe(false);
  expect(see({ access: null }, { access: { $ne: 'members' } })).toBe(false);
  expect(see({}, { access: { $ne: 'members' } })).toBe(false);
  expect(see({ publishedAt: null }, { publishedAt: { $notNull: true } })).toBe(false);
  expect(see({ publishedAt: '2006-04-01' }, { publishedAt: { $notNull: true } })).toBe(true);
  expect(see({ consent: false }, { consent: { $eq: true } })).toBe(false);
  expect(isVisible({ row: {}, conditions: [] })).toBe(true);
});

test('does not guess at conditions that it does not know', () => {
  expect(() => see({ a: 1 }, { a: { $gt: 0 } })).toThrow('unknown operator');
  expect(() => see({ a: 1 }, { a: 1 })).toThrow('unknown operator');
});
