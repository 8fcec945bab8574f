import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksForDrafts } from './asks-for-drafts';

test.each([
  [{ status: 'draft' }, 'status'],
  [{ status: '' }, 'status'],
  [{ status: null }, 'status'],
  [{ status: ['published', 'draft'] }, 'status'],
  [{ status: ['published'] }, 'status'],
  [{ status: { x: 'draft' } }, 'status'],
  [{ publicationState: 'preview' }, 'publicationState'],
  [{ publicationFilter: 'modified' }, 'publicationFilter'],
  [{ hasPublishedVersion: 'true' }, 'hasPublishedVersion'],
  [{ populate: { parent: { status: 'draft' } } }, 'populate[parent][status]'],
  [{ filters: { publishedAt: null } }, 'filters[publishedAt]'],
  [{ filters: { publishedAt: { $null: 'true' } } }, 'filters[publishedAt]'],
  [{ filters: { publishedAt: {} } }, 'filters[publishedAt]'],
  [{ filters: { publishedAt: { $gt: '2006', $null: 'true' } } }, 'filters[publishedAt]'],
  [
    { filters: { $or: [{ a: 1 }, { publishedAt: { $not: { $gt: 1 } } }] } },
    'filters[$or][1][publishedAt]',
  ],
])('%j asks for drafts by %s', (query, path) => {
  expect(asksForDrafts({ query })).toBe(path);
});

test.each([
  {},
  { status: 'published' },
  { sort: 'publishedAt:desc', fields: ['publishedAt'] },
  { filters: { publishedAt: { $gte: '2006-01-01', $lt: '2007-01-01' } } },
  { filters: { title: { $eq: 'status' } }, populate: 'status' },
])('%j does not', (query) => {
  expect(asksForDrafts({ query })).toBeUndefined();
});

test('a body asks beside its data, not in it', () => {
  expect(asksForDrafts({ query: {}, body: { data: { status: 'draft' } } })).toBeUndefined();
  expect(asksForDrafts({ query: {}, body: { data: {}, status: 'draft' } })).toBe('status');
});

test('no depth hides the question', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.integer({ min: 0, max: 5 }))),
      fc.oneof(fc.constant(''), fc.constant('draft'), fc.constant(null), fc.array(fc.string())),
      (path, status) => {
        const query = path.reduceRight<unknown>(
          (inner, key) =>
            typeof key === 'number' ? Array(key).fill(1).concat([inner]) : { [key]: inner },
          { status },
        );
        expect(asksForDrafts({ query })).toBeDefined();
      },
    ),
  );
});
