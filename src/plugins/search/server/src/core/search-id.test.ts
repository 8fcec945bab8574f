import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSearchId, searchId } from './search-id';

it('keeps a usual documentId readable', () => {
  expect(searchId({ type: 'glossary-term', documentId: 'abc123' })).toBe('e_glossary-term_abc123');
});

it('answers an id that Meilisearch takes, whatever the documentId', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }), (documentId) => {
      const id = searchId({ type: 'a-b', documentId });
      expect(id).toMatch(/^[A-Za-z0-9_-]{1,511}$/);
      expect(isSearchId(id)).toBe(true);
    }),
  );
});

it('gives two entries two ids', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
      const same =
        searchId({ type: 't', documentId: a }) === searchId({ type: 't', documentId: b });
      expect(same).toBe(a === b);
    }),
  );
});

it.each(['42', 'e_', 'movie_1', 'e_UPPER_1'])('leaves %s to others', (id) => {
  expect(isSearchId(id)).toBe(false);
});
