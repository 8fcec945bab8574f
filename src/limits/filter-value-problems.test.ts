import { expect, test } from 'vitest';
import type { Attributes } from '../rules/schema';
import { filterValueProblems } from './filter-value-problems';

const place: Attributes = { population: { type: 'integer' }, name: { type: 'string' } };
const types: Record<string, Attributes> = {
  place,
  'plugin::upload.file': { size: { type: 'decimal' } },
};
const attributes: Attributes = {
  cover: { type: 'media' },
  title: { type: 'string' },
  amount: { type: 'decimal' },
  big: { type: 'biginteger' },
  open: { type: 'boolean' },
  day: { type: 'date' },
  at: { type: 'datetime' },
  stage: { type: 'enumeration', enum: ['idea', 'pilot'] },
  place: { type: 'relation', target: 'place' },
};

const paths = (filters: unknown) =>
  filterValueProblems({
    filters,
    attributes,
    lookup: (uid) => (uid in types ? { attributes: types[uid] ?? {} } : undefined),
  }).map(({ path }) => path.join('.'));

test.each<[unknown]>([
  [undefined],
  [{ title: '12', amount: '12.5', open: 'true', day: '2006-10-31', at: '2006-10-31T12:00:00Z' }],
  [{ amount: { $null: 'true' }, stage: { $startsWith: 'p' }, id: '5', big: '9223372036854775807' }],
  [{ $or: [{ stage: { $in: ['idea', 'pilot'] } }, { $not: { open: { $eq: 'false' } } }] }],
  [{ place: { population: { $gt: '10000' } }, unknown: { $eq: 'x' } }],
  [{ $not: { place: { name: 'x' } } }],
  [{ place: { name: { $not: { $eq: 'x' } } } }],
  [{ place: { id: { $notNull: 'true' } }, at: '1162296000000' }],
])('%j can be answered', (filters) => {
  expect(paths(filters)).toEqual([]);
});

test.each<[unknown, string]>([
  [{ amount: 'many' }, 'filters.amount'],
  [{ amount: { $between: ['1', 'x'] } }, 'filters.amount'],
  [{ big: { $lt: '9223372036854775808' } }, 'filters.big'],
  [{ open: { $eq: 'perhaps' } }, 'filters.open'],
  [{ day: { $gte: '2006' } }, 'filters.day'],
  [{ at: { $lt: 'tomorrow' } }, 'filters.at'],
  [{ stage: 'ideas' }, 'filters.stage'],
  [{ stage: { $in: { 0: 'idea', 1: 'nope' } } }, 'filters.stage'],
  [{ stage: { $not: { $eq: 'nope' } } }, 'filters.stage'],
  [{ id: 'abc' }, 'filters.id'],
  [{ place: { $not: { name: 'x' } } }, 'filters.place'],
  [{ place: { $not: { $or: [{ name: 'x' }] } } }, 'filters.place'],
  [{ cover: { size: { $gt: 'x' } } }, 'filters.cover.size'],
  [{ place: { $or: [{ $not: { name: 'x' } }] } }, 'filters.place'],
  [{ $and: { 0: { place: { population: { $gt: '99999999999' } } } } }, 'filters.place.population'],
])('%j cannot: %s', (filters, path) => {
  expect(paths(filters)).toEqual([path]);
});
