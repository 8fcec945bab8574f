import { describe, expect, test } from 'vitest';
import { checkFields } from './check-fields';
import { checkFilters } from './check-filters';
import { checkSort } from './check-sort';
import { isDataError } from './is-data-error';
import type { Model } from './model';
import { viewpoint } from './test-models';

const model: Model = {
  uid: 'api::a.a',
  attributes: {
    title: { type: 'string' },
    year: { type: 'integer' },
    size: { type: 'decimal' },
    on: { type: 'date' },
    extra: { type: 'json' },
    author: { type: 'relation', target: 'author' },
    block: { type: 'component', component: 'block' },
    zone: { type: 'dynamiczone', components: ['block'] },
    anything: { type: 'relation', relation: 'morphToMany' },
  },
};
const check = (filters: unknown) => () =>
  checkFilters({ filters, model, viewpoint, path: 'filters' });
const INVALID = expect.objectContaining({ name: 'ValidationError' });

describe('filters', () => {
  test.each([
    { title: 'a' },
    { title: ['a', 'b'] },
    { title: { $in: ['a'], $notIn: 'b', $containsi: 'x' } },
    { title: { $not: { $startsWith: 'a' } } },
    { title: null },
    { year: '2006' },
    { year: { $between: ['1', '2'] } },
    { size: { $lte: '1.5' } },
    { on: { $gt: '2006-04-01' } },
    { extra: { $notNull: 'true' } },
    { extra: { $containsi: 'x' } },
    { $or: [{ id: '1' }, { $not: { documentId: { $in: ['a', 'b'] } } }] },
    { author: '5' },
    { author: { $in: ['5', '6'] } },
    { author: { name: 'x', id: { $notNull: true } } },
    { author: { $or: [{ name: 'x' }] } },
    { block: { article: { title: 'x' } } },
    // Refused elsewhere, with another sentence.
    { anything: { id: 1 } },
  ])('%j is taken', (filters) => {
    expect(check(filters)).not.toThrow();
  });

  test.each([
    ['text', 'filters'],
    [{ $eq: 'x' }, 'filters.$eq'],
    [{ $or: { title: 'x' } }, 'filters.$or'],
    [{ $and: ['x'] }, 'filters.$and.0'],
    [{ gone: 'x' }, 'filters.gone'],
    [{ constructor: 'x' }, 'filters.constructor'],
    [{ title: { $regex: 'x' } }, 'filters.title.$regex'],
    [{ title: { year: 'x' } }, 'filters.title.year'],
    [{ title: { $and: [{ $eq: 'x' }] } }, 'filters.title.$and'],
    [{ title: { $eq: { a: 'b' } } }, 'filters.title.$eq'],
    [{ title: [['x']] }, 'filters.title'],
    [{ id: 'x' }, 'filters.id'],
    [{ id: '99999999999' }, 'filters.id'],
    [{ year: { $contains: '1' } }, 'filters.year.$contains'],
    [{ year: { $between: ['1'] } }, 'filters.year.$between'],
    [{ extra: 'x' }, 'filters.extra'],
    [{ author: 'x' }, 'filters.author'],
    [{ author: { $eq: '1', name: 'x' } }, 'filters.author'],
    [{ author: { gone: 'x' } }, 'filters.author.gone'],
    [{ zone: { text: 'x' } }, 'filters.zone'],
  ])('%j is refused, and says where', (filters, path) => {
    expect(check(filters)).toThrow(INVALID);
    const [first, ...rest] = path.split('.');
    expect(check(filters)).toThrow(`${first}${rest.map((key) => `[${key}]`).join('')} `);
  });
});

test.each(['title', 'title:asc,year:DESC', ['title', { author: { name: 'desc' } }], undefined])(
  'sort %j is taken',
  (sort) => {
    expect(() => checkSort({ sort })).not.toThrow();
  },
);

test.each(['title:up', 'title:asc:desc', ':asc', { title: ['asc'] }, { title: 'up' }, [5]])(
  'sort %j is refused',
  (sort) => {
    expect(() => checkSort({ sort })).toThrow(INVALID);
  },
);

test('fields are names', () => {
  expect(() => checkFields({ fields: ['title', '*'], path: 'fields' })).not.toThrow();
  expect(() => checkFields({ fields: 'title,year', path: 'fields' })).not.toThrow();
  for (const fields of [[null], [''], { a: 'title' }]) {
    expect(() => checkFields({ fields, path: 'fields' })).toThrow(INVALID);
  }
});

test('tells an operand that a database refuses from its other errors', () => {
  const coded = (code: string) => Object.assign(new Error('refused'), { code });
  expect(isDataError(coded('22P02'))).toBe(true);
  expect(isDataError(coded('23505'))).toBe(false);
  expect(isDataError(new TypeError('SQLite3 can only bind numbers'))).toBe(true);
  expect(isDataError('22P02')).toBe(false);
});
