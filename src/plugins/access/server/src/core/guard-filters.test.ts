import { expect, test } from 'vitest';
import { guardFilters } from './guard-filters';
import { article, SEEN, viewpoint } from './test-models';

const guard = (filters: unknown) => guardFilters({ filters, model: article, viewpoint });

test('a linked row counts only where it may be seen, in the same join', () => {
  expect(guard({ related: { title: { $eq: 'x' } } })).toEqual({
    related: { $and: [{ title: { $eq: 'x' } }, SEEN] },
  });
});

test('under and and or, and through components', () => {
  const inner = { $and: [{ title: 'x' }, SEEN] };
  expect(guard({ $or: [{ related: { title: 'x' } }] })).toEqual({ $or: [{ related: inner }] });
  expect(guard({ block: { article: { title: 'x' } } })).toEqual({ block: { article: inner } });
  expect(guard({ related: { related: { title: 'x' } } })).toEqual({
    related: { $and: [{ related: inner }, SEEN] },
  });
});

test('a hidden row is none that does not match: what is negated is asked of the visible one', () => {
  const not = (filter: object) => ({ $and: [{ $not: filter }, SEEN] });
  expect(guard({ $not: { related: { title: 'x' } } })).toEqual({ related: not({ title: 'x' }) });
  expect(guard({ $not: { related: { $notNull: true } } })).toEqual({
    related: not({ id: { $notNull: true } }),
  });
  expect(guard({ $not: { $not: { related: { title: 'x' } } } })).toEqual({
    related: { $and: [{ title: 'x' }, SEEN] },
  });
  expect(guard({ $not: { $or: [{ related: { title: 'x' } }, { title: 'y' }] } })).toEqual({
    $and: [{ related: not({ title: 'x' }) }, { $not: { title: 'y' } }],
  });
  expect(guard({ $not: { related: { title: 'x' }, title: 'y' } })).toEqual({
    $or: [{ related: not({ title: 'x' }) }, { $not: { title: 'y' } }],
  });
  expect(guard({ $not: { block: { article: { title: 'x' } } } })).toEqual({
    block: { $and: [{ article: not({ title: 'x' }) }] },
  });
});

test('each key gets an object of its own: Strapi overwrites one $and by another', () => {
  expect(guard({ related: { title: 'x' }, author: { name: 'y' } })).toEqual({
    $and: [{ related: { $and: [{ title: 'x' }, SEEN] } }, { author: { name: 'y' } }],
  });
});

test('asking by id asks the visible rows only', () => {
  expect(guard({ related: 5 })).toEqual({ related: { $and: [{ id: { $eq: 5 } }, SEEN] } });
  expect(guard({ related: { $notNull: true } })).toEqual({
    related: { $and: [{ id: { $notNull: true } }, SEEN] },
  });
});

test.each([
  { related: { $null: true } },
  { related: null },
  { related: { $eq: null } },
  { secret: { text: { $startsWith: 'x' } } },
  { secret: 5 },
  { $not: { $or: [{ secret: { id: 1 } }] } },
  { anything: { id: 1 } },
])('%j is refused', (filters) => {
  expect(() => guard(filters)).toThrow(expect.objectContaining({ name: 'PolicyError' }));
});

test('what leads to open rows stays as it is', () => {
  const filters = { title: { $in: ['a', 'b'] } };
  expect(guard(filters)).toEqual(filters);
  expect(guard({ author: { $null: true } })).toEqual({ author: { $null: true } });
  expect(guard({ cover: { name: 'x' } })).toEqual({ cover: { name: 'x' } });
});
