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
  ['same', known('h')],
  ['missing', known()],
  ['stale', known('old')],
  ['ghosts', known('h', 'x')],
] as const)('tells %s', (difference, found) => {
  expect(findDifferences({ id: 'id', documents, known: found })).toBe(difference);
});
