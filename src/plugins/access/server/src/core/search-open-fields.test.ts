import { expect, test } from 'vitest';
import { searchOpenFields } from './search-open-fields';
import { article, models } from './test-models';

test('a type with private text is searched by its open fields', () => {
  expect(searchOpenFields({ text: 'x', model: article })).toEqual({
    $or: [{ title: { $containsi: 'x' } }],
  });
});

test('a type without keeps Strapi’s search', () => {
  expect(searchOpenFields({ text: 'x', model: models.author ?? article })).toBeUndefined();
  expect(searchOpenFields({ text: undefined, model: article })).toBeUndefined();
});
