import { describe, expect, test } from 'vitest';
import { populateTree } from './populate-tree';
import { LIMITS, queryProblems } from './query-problems';

const messages = (query: Record<string, unknown>) =>
  queryProblems(query).map(({ message }) => message);

describe('a populate is read alike in every form', () => {
  const tree = { themes: { broader: {} }, owner: {} };
  test.each<[unknown]>([
    ['themes.broader,owner'],
    [['themes', 'themes.broader', 'owner']],
    [{ 0: 'themes.broader', 1: 'owner' }],
    [{ themes: { populate: 'broader', fields: 'name' }, owner: true }],
    [{ themes: { populate: { broader: { fields: 'name' } } }, owner: { sort: 'name' } }],
    [{ themes: { on: { broader: true } }, owner: '*' }],
  ])('%j', (populate) => {
    expect(populateTree(populate)).toEqual(tree);
  });
});

const names = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`).join();

test.each<[Record<string, unknown>]>([
  [{}],
  [{ pagination: { page: '101', pageSize: '100' } }],
  [{ pagination: { start: '10000', limit: '100', withCount: 'false' } }],
  [{ populate: '*' }],
  [{ populate: 'a.b.c.d' }],
  [{ populate: names(LIMITS.populated) }],
  [{ sort: 'a,-b,c:desc,d:ASC,e' }],
  [{ sort: { a: 'asc', b: { c: 'desc' } } }],
  [{ filters: { $or: [{ a: { $eq: '1' } }, { b: { c: { $in: ['1', '2'] } } }] } }],
])('%j is within the limits', (query) => {
  expect(messages(query)).toEqual([]);
});

test.each<[Record<string, unknown>, string]>([
  [
    { pagination: { pageSize: '101' } },
    'pagination[pageSize] must be a whole number from 1 to 100',
  ],
  [{ pagination: { limit: '-1' } }, 'pagination[limit] must be a whole number from 1 to 100'],
  [{ pagination: { page: '0' } }, 'pagination[page] must be a whole number from 1 to 10001'],
  [{ pagination: { start: ['1'] } }, 'pagination[start] must be a whole number from 0 to 10000'],
  [{ pagination: '5' }, 'pagination takes page and pageSize'],
  [
    { pagination: { page: '102', pageSize: '100' } },
    'pagination[page] skips 10100 entries, more than 10000: filter them',
  ],
  [
    { populate: { themes: { populate: '*' } } },
    'populate may have * at the first level only: name what you need of themes',
  ],
  [{ populate: 'a.*' }, 'populate may have * at the first level only: name what you need of a'],
  [
    { populate: { a: { populate: ['b.c.d', 'b.c.d.e'] } } },
    'populate may go 4 levels deep, and a.b.c.d.e goes 5',
  ],
  [{ populate: names(31) }, 'populate may name 30 relations and components, not 31'],
  [{ sort: 'a,b,c,d,e,f' }, 'sort may name 5 fields, not 6'],
  [{ sort: ['title:up'] }, 'sort sorts title by asc or desc, not by up'],
  [{ fields: ['title', 'toString'] }, 'fields names toString, which is no field'],
  [
    { populate: { a: { fields: 'constructor,b' } } },
    'populate names constructor, which is no field',
  ],
  [{ sort: 'a.valueOf:desc' }, 'sort names valueOf, which is no field'],
  [
    { filters: { a: { $in: Array(101).fill('x') } } },
    'filters may compare with 100 values, not 101',
  ],
])('%j is refused: %s', (query, message) => {
  expect(messages(query)).toEqual([message]);
});

test('a filter may not nest without end', () => {
  const deep = Array(12)
    .fill('$not')
    .reduce<unknown>((inner, key) => ({ [key]: inner }), { a: '1' });
  expect(messages({ filters: deep })).toEqual(['filters may be 10 levels deep, not 13']);
});
