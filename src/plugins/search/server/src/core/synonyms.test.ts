import { expect, it } from 'vitest';
import { synonymsOf, wordsOf } from './synonyms';

const entry = (words: string, alsoFinds: string | null = null) => ({
  words,
  alsoFinds,
  language: 'fr',
});

it('reads words between commas', () => {
  expect(wordsOf(' Télétravail,travail  à distance ,, ')).toEqual([
    'télétravail',
    'travail à distance',
  ]);
  expect(wordsOf(null)).toEqual([]);
});

it('lets equal words find one another, and others only one way', () => {
  expect(
    synonymsOf([entry('PC, ordinateur'), entry('ordinateur, poste'), entry('mairie', 'commune')]),
  ).toEqual({
    mairie: ['commune'],
    ordinateur: ['pc', 'poste'],
    pc: ['ordinateur'],
    poste: ['ordinateur'],
  });
  expect(synonymsOf([entry('seul')])).toEqual({});
});
