import { expect, test } from 'vitest';
import { guardSort } from './guard-sort';
import { article, viewpoint } from './test-models';

const guard = (sort: unknown) => () => guardSort({ sort, model: article, viewpoint });

test.each([
  'related.title',
  'title:asc,related.title:desc',
  [['title', 'related.title']],
  [{ related: { title: 'asc' } }],
  [[{ block: { article: { title: 'asc' } } }]],
  'secret.text',
  'note',
])('%j is refused', (sort) => {
  expect(guard(sort)).toThrow(expect.objectContaining({ name: 'PolicyError' }));
});

test.each([[undefined], ['title:desc'], [['title', 'author.name']], [{ author: { name: 'asc' } }]])(
  '%j is allowed',
  (sort) => {
    expect(guard(sort)).not.toThrow();
  },
);
