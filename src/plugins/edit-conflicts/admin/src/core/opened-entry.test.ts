import { expect, test } from 'vitest';
import { openedEntry } from './opened-entry';

const address = {
  collectionType: 'collection-types',
  model: 'api::x.x',
  documentId: 'a',
  params: { locale: 'fr' },
};
const read = (title: string, fulfilledTimeStamp: number, args: object = {}) => ({
  endpointName: 'getDocument',
  originalArgs: { ...address, ...args },
  fulfilledTimeStamp,
  data: { data: { title } },
});
const state = (...queries: unknown[]) => ({ adminApi: { queries: { ...queries } } });

test('the last read of the very version is what the form shows', () => {
  const found = openedEntry(
    state(
      read('old', 1),
      read('new', 2),
      read('published', 3, { params: { locale: 'fr', status: 'published' } }),
      read('Greek', 4, { params: { locale: 'el' } }),
      read('another', 5, { documentId: 'b' }),
      read('another type', 6, { model: 'api::y.y' }),
      { ...read('list', 7), endpointName: 'getAllDocuments' },
    ),
    address,
  );
  expect(found?.entry).toEqual({ title: 'new' });
});

test('nothing read, nothing opened', () => {
  expect(openedEntry(state({ ...read('', 1), data: undefined }), address)).toBeUndefined();
  expect(openedEntry({}, address)).toBeUndefined();
});
