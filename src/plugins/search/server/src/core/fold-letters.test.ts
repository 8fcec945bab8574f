import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldedWords, foldLetters } from './fold-letters';

it.each([
  ['Łódź', 'Lodz'],
  ['żółty', 'zolty'],
  ['Małopolska', 'Malopolska'],
  ['Ærø', 'Æro'],
])('folds %s to %s', (text, folded) => {
  expect(foldLetters(text)).toBe(folded);
});

it('changes nothing more the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
    }),
  );
});

it('shadows only the words that need it, each once', () => {
  expect(foldedWords(['Łódź i Kraków', 'w Łódź'])).toBe('Lodz');
  expect(foldedWords(["L'île d'Aix", 'Κρήτη', 'coração'])).toBe('');
});
