import { expect, test } from 'vitest';
import { guardPopulate } from './guard-populate';
import { article, SEEN, viewpoint } from './test-models';

const guard = (populate: unknown) => guardPopulate({ populate, model: article, viewpoint });
const seen = { filters: { $and: [SEEN] } };

test.each([
  ['related'],
  [['related']],
  [{ related: true }],
  [{ related: 'true' }],
  [{ related: '*' }],
  [{ related: {} }],
])('%j brings the visible rows only', (populate) => {
  expect(guard(populate)).toEqual({ related: seen });
});

test('the star opens what is open', () => {
  const all = guard('*');
  expect(Object.keys(all).sort()).toEqual(['author', 'block', 'cover', 'related', 'zone']);
  expect(all.related).toEqual(seen);
});

test('paths, nested populates, components and zones are guarded at every step', () => {
  expect(guard('related.related,author')).toEqual({
    related: { populate: { related: seen }, ...seen },
    author: true,
  });
  expect(guard({ block: { populate: '*' } })).toEqual({ block: { populate: { article: seen } } });
  expect(guard({ zone: { on: { block: { populate: ['article'] } } } })).toEqual({
    zone: { on: { block: { populate: { article: seen } } } },
  });
  expect(guard({ zone: { populate: '*' } })).toEqual({
    zone: { on: { block: { populate: { article: seen } } } },
  });
});

test('its own filters and fields stay, beside the guard’s', () => {
  expect(guard({ related: { fields: ['title'], filters: { title: 'x' } } })).toEqual({
    related: { fields: ['title'], filters: { $and: [{ title: 'x' }, SEEN] } },
  });
});

test('what is switched off is left out', () => {
  expect(guard({ related: false, author: 'false' })).toEqual({});
});

test.each([
  ['secret'],
  [{ secret: { populate: '*' } }],
  ['related.secret'],
  ['anything'],
  [{ related: { count: true } }],
  [{ author: { sort: 'name' }, related: { sort: 'note' } }],
  [{ related: { filters: { secret: { id: 1 } } } }],
])('%j is refused', (populate) => {
  expect(() => guard(populate)).toThrow(expect.objectContaining({ name: 'PolicyError' }));
});

test('what is linked may not be sorted by what it links to', () => {
  expect(() => guard({ author: true, related: { sort: 'related.title' } })).toThrow(
    expect.objectContaining({ name: 'ValidationError' }),
  );
});
