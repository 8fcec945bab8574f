import { expect, it } from 'vitest';
import { pickLanguage } from './pick-language';

const hit = {
  documentId: 'd',
  locale: ['el', 'fr', 'pt'],
  texts: { fr: { title: 'Un', slug: 'un' }, el: { title: 'Ένα' }, pt: { title: 'Um' } },
  _formatted: { texts: { fr: { title: 'Un!' }, pt: { title: 'Um!' } } },
};
const at = (...paths: [string, number][]) => ({
  _matchesPosition: Object.fromEntries(
    paths.map(([path, count]) => [path, Array.from({ length: count }, () => ({ start: 0 }))]),
  ),
});
const pick = (matches: object, preferred = ['fr', 'el', 'pt']) =>
  pickLanguage({ hit: { ...hit, ...matches }, preferred });

it('answers in the language in which most was found, in titles before texts', () => {
  expect(pick(at(['texts.fr.title', 1], ['texts.pt.title', 2]))).toMatchObject({
    locale: 'pt',
    title: 'Um',
    _formatted: { title: 'Um!' },
  });
  expect(pick(at(['texts.fr.text', 9], ['texts.pt.title', 1]))).toMatchObject({ locale: 'pt' });
  expect(pick(at(['texts.fr.text', 1], ['texts.pt.text', 1]))).toMatchObject({ locale: 'fr' });
});

it('answers in the preferred language where nothing tells, and in one that was asked for', () => {
  expect(pick({})).toMatchObject({ locale: 'fr', slug: 'un' });
  expect(pick(at(['texts.fr.title', 1]), ['el', 'pt'])).toMatchObject({
    locale: 'el',
    title: 'Ένα',
  });
  expect(pick({}, ['en', 'pt'])).toMatchObject({ locale: 'pt' });
});
