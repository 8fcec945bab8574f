import { expect, it } from 'vitest';
import type { SearchDocument } from '../../../shared/contracts';
import { findDifferences } from './find-differences';

const documents = new Map([
  ['fr', { hash: 'h' } as SearchDocument],
  ['en', null],
]);
const known = (fr?: string, en?: string) =>
  new Map([
    ['fr', new Map(fr ? [['id', { hash: fr, stamp: '' }]] : [])],
    ['en', new Map(en ? [['id', { hash: en, stamp: '' }]] : [])],
  ]);

it.each([
  ['nothing', known('h'), []],
  ['missing', known(), [{ target: 'fr', kind: 'missing' }]],
  ['stale', known('old'), [{ target: 'fr', kind: 'stale' }]],
  ['ghosts', known('h', 'x'), [{ target: 'en', kind: 'ghosts' }]],
])('tells %s', (_name, found, differences) => {
  expect(findDifferences({ id: 'id', documents, known: found })).toEqual(differences);
});
