import { expect, test } from 'vitest';
import { onePerDocument } from './one-per-document';

const version = (documentId: string, locale: string, originalLocale = 'el') => ({
  documentId,
  locale,
  originalLocale,
});

test('keeps the original of each entry, in the order of the list', () => {
  const list = [
    version('b', 'fr'),
    version('a', 'fr', 'fr'),
    version('b', 'el'),
    version('a', 'pl', 'fr'),
  ];
  expect(onePerDocument(list)).toEqual([version('b', 'el'), version('a', 'fr', 'fr')]);
});

test('keeps the first one where the original cannot be seen', () => {
  expect(onePerDocument([version('a', 'fr'), version('a', 'pl')])).toEqual([version('a', 'fr')]);
});
