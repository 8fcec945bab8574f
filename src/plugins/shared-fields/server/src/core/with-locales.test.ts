import { expect, it } from 'vitest';
import { namedDocuments, withLocales } from './with-locales';

const originals = new Map([
  ['a', 'el'],
  ['b', 'fr'],
]);
const a = { documentId: 'a', locale: 'el' };

it.each([
  ['a', a],
  [
    ['a', 7],
    [a, 7],
  ],
  [{ documentId: 'a', locale: 'pt' }, a],
  [{ set: ['a'] }, { set: [a] }],
  [
    { connect: [{ documentId: 'a' }], disconnect: ['a'] },
    { connect: [a], disconnect: [a] },
  ],
  [
    { connect: [{ documentId: 'a', position: { before: 'b' } }] },
    { connect: [{ ...a, position: { before: 'b', locale: 'fr' } }] },
  ],
  ['unknown', 'unknown'],
  [3, 3],
])('%j names originals', (value, wanted) => {
  expect(withLocales(value, originals)).toEqual(wanted);
});

it('names every document of a change', () => {
  expect(
    namedDocuments({ connect: [{ documentId: 'a', position: { after: 'b' } }], disconnect: ['c'] }),
  ).toEqual(['a', 'b', 'c']);
});
