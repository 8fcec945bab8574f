import { describe, expect, test } from 'vitest';
import { checkFields } from './check-fields';
import { checkFilters } from './check-filters';
import { checkOtherRead } from './check-other-read';
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
    big: { type: 'biginteger' },
    open: { type: 'boolean' },
    stage: { type: 'enumeration', enum: ['idea', 'pilot'] },
    on: { type: 'date' },
    at: { type: 'datetime' },
    until: { type: 'time' },
    cover: { type: 'media' },
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
    { on: { $gt: '2006-04-01' }, at: '2006-04-01T12:00:00Z', until: { $lt: '17:00:00' } },
    { at: ['2006', '2006-04', '2006-04-01', '2006-04-01 12:30:00.5+02:00', '1162296000000'] },
    { open: 'true', big: '9223372036854775807', stage: { $in: ['idea', 'pilot'] } },
    { stage: { $startsWith: 'p', $eqi: 'IDEA', $null: 'true' } },
    { $not: { author: { name: 'x' } } },
    { author: { name: { $not: { $eq: 'x' } } } },
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
    [[{ title: 'x' }], 'filters'],
    [{ $or: [[{ title: 'x' }]] }, 'filters.$or.0'],
    [{ $not: [{ title: 'x' }] }, 'filters.$not'],
    [{ gone: 'x' }, 'filters.gone'],
    [{ constructor: 'x' }, 'filters.constructor'],
    [{ title: { $regex: 'x' } }, 'filters.title.$regex'],
    [{ title: { year: 'x' } }, 'filters.title.year'],
    [{ title: { $and: [{ $eq: 'x' }] } }, 'filters.title.$and'],
    [{ title: { $eq: { a: 'b' } } }, 'filters.title.$eq'],
    [{ title: [['x']] }, 'filters.title'],
    [{ id: 'x' }, 'filters.id'],
    [{ id: '99999999999' }, 'filters.id'],
    [{ id: '' }, 'filters.id'],
    [{ year: 'many' }, 'filters.year'],
    [{ year: '' }, 'filters.year'],
    [{ year: { $gt: '1.5' } }, 'filters.year.$gt'],
    [{ year: { $between: ['1', 'x'] } }, 'filters.year.$between'],
    [{ big: { $lt: '9223372036854775808' } }, 'filters.big.$lt'],
    [{ open: { $eq: 'perhaps' } }, 'filters.open.$eq'],
    [{ on: { $gte: '2006' } }, 'filters.on.$gte'],
    [{ on: '2006-02-30' }, 'filters.on'],
    [{ at: { $lt: 'tomorrow' } }, 'filters.at.$lt'],
    [{ at: 'Oct 31 2006' }, 'filters.at'],
    [{ at: '2006-02-30T12:00:00Z' }, 'filters.at'],
    [{ at: '2006-13' }, 'filters.at'],
    [{ until: '17:00' }, 'filters.until'],
    [{ stage: 'ideas' }, 'filters.stage'],
    [{ stage: { $not: { $in: ['idea', 'nope'] } } }, 'filters.stage.$not.$in'],
    [{ cover: { size: { $gt: 'x' } } }, 'filters.cover.size.$gt'],
    [{ author: { $not: { name: 'x' } } }, 'filters.author.$not'],
    [{ author: { $or: [{ $not: { name: 'x' } }] } }, 'filters.author.$or.0.$not'],
    [{ block: { $not: { text: 'x' } } }, 'filters.block.$not'],
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

describe('sorts', () => {
  const sorting = (sort: unknown, path?: string) => () =>
    checkSort({ sort, model, viewpoint, path });

  test.each([
    'title',
    'title:asc,year:DESC',
    ['title', { author: { name: 'desc' } }],
    'block.id,author.documentId',
    undefined,
  ])('%j is taken', (sort) => {
    expect(sorting(sort)).not.toThrow();
  });

  test.each([
    'title:up',
    'title:asc:desc',
    ':asc',
    { title: ['asc'] },
    { title: 'up' },
    [5],
    'gone',
    'author.gone',
    'title.name',
    'block.documentId',
  ])('%j is refused', (sort) => {
    expect(sorting(sort)).toThrow(INVALID);
  });

  test('what is linked is sorted by attributes of its own', () => {
    expect(sorting('title', 'populate.block.sort')).not.toThrow();
    expect(sorting({ author: { name: 'asc' } }, 'populate.block.sort')).toThrow(
      'populate[block][sort] takes attributes of the linked entries themselves, not author.name.',
    );
  });
});

describe('fields', () => {
  const component: Model = { ...model, modelType: 'component' };

  test.each([['title', '*'], 'title,year', 'id,documentId,locale', undefined])(
    '%j are taken',
    (fields) => {
      expect(() => checkFields({ fields, model, path: 'fields' })).not.toThrow();
    },
  );

  test.each([[null], [''], { a: 'title' }, 'title,gone'])('%j are refused', (fields) => {
    expect(() => checkFields({ fields, model, path: 'fields' })).toThrow(INVALID);
  });

  test('a component has no documentId', () => {
    expect(() =>
      checkFields({ fields: 'documentId', model: component, path: 'populate.block.fields' }),
    ).toThrow('populate[block][fields] names documentId, no attribute of api::a.a.');
  });
});

describe('routes that read without the Document Service', () => {
  const asking = (query: Record<string, unknown>, uid: string | null) => () =>
    checkOtherRead({ query, uid, viewpoint });

  test('are checked like others where their type is known', () => {
    expect(asking({ filters: { name: 'x' }, sort: 'name' }, 'author')).not.toThrow();
    expect(asking({ filters: { id: 'x' } }, 'author')).toThrow('filters[id] must be an id.');
    expect(asking({ sort: 'gone' }, 'author')).toThrow('sort names gone');
  });

  test('take neither filters nor a sort where it is not', () => {
    expect(asking({ fields: 'username', populate: '*' }, null)).not.toThrow();
    expect(asking({ filters: { name: 'x' } }, null)).toThrow('filters is not taken here.');
    expect(asking({ sort: 'name' }, null)).toThrow('sort is not taken here.');
  });
});

test('tells an operand that a database refuses from its other errors', () => {
  const coded = (code: string) => Object.assign(new Error('refused'), { code });
  expect(isDataError(coded('22P02'))).toBe(true);
  expect(isDataError(coded('23505'))).toBe(false);
  expect(isDataError(new TypeError('SQLite3 can only bind numbers'))).toBe(true);
  expect(isDataError('22P02')).toBe(false);
});
