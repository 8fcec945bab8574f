import { describe, expect, it } from 'vitest';
import { engineLanguage } from './engine-language';
import { changedSettings, indexSettings } from './index-settings';
import { sharedStopWords, stopWords } from './stop-words';

const locales = ['fr', 'el', 'gl'];
const settings = (target: string) =>
  indexSettings({
    types: [],
    target,
    locales,
    synonyms: { été: ['vacances', 'saison'], pc: ['ordinateur'] },
  });

describe('index settings', () => {
  it.each([
    ['fr', 'fr'],
    ['pt-BR', 'pt'],
    ['gl', undefined],
    ['eu', undefined],
  ])('maps %s to what the engine knows', (locale, language) => {
    expect(engineLanguage(locale)).toBe(language);
    expect(settings(locale).localizedAttributes).toHaveLength(language ? 1 : 0);
  });

  it.each(['le', 'Le', 'l', 'L', 'lorsqu', 'À'])('stops %s in French', (word) => {
    expect(stopWords('fr')).toContain(word);
  });

  it('of every locale search each language as its own, titles first', () => {
    const { searchableAttributes, localizedAttributes } = settings('*');
    expect(searchableAttributes.slice(0, 4)).toEqual([
      'texts.fr.title',
      'texts.el.title',
      'texts.gl.title',
      'texts.fr.names',
    ]);
    expect(searchableAttributes).toContain('reference');
    expect(searchableAttributes.at(-1)).toBe('texts.gl.folded');
    expect(localizedAttributes).toEqual([
      { attributePatterns: ['texts.fr.*'], locales: ['fr'] },
      { attributePatterns: ['texts.el.*'], locales: ['el'] },
    ]);
  });

  it('stop no word of every locale that another language searches by', () => {
    const words = sharedStopWords(['fr', 'el']);
    expect(words).toEqual(expect.arrayContaining(['le', 'και', 'l']));
    expect(stopWords('fr')).toContain('sur');
    expect(words).not.toContain('sur');
  });

  it('knows no stop words of a language it was not given', () => {
    expect(stopWords('fi')).toEqual([]);
  });

  it('sends nothing when the engine has it all, in its own order, codes and decomposition', () => {
    const wanted = settings('fr');
    expect(
      changedSettings({
        wanted,
        current: {
          ...wanted,
          stopWords: wanted.stopWords.map((word) => word.normalize('NFD')),
          synonyms: { pc: ['ordinateur'], ['été'.normalize('NFD')]: ['saison', 'vacances'] },
          filterableAttributes: [...wanted.filterableAttributes].reverse(),
          localizedAttributes: [{ attributePatterns: ['*'], locales: ['fra'] }],
          faceting: { maxValuesPerFacet: 10_000, sortFacetValuesBy: { '*': 'alpha' } },
          typoTolerance: { enabled: true },
        },
      }),
    ).toEqual({});
  });

  it('sends only what differs, the order of searchable attributes included', () => {
    const wanted = settings('fr');
    expect(changedSettings({ wanted, current: { ...wanted, stopWords: ['le'] } })).toEqual({
      stopWords: wanted.stopWords,
    });
    const reversed = [...wanted.searchableAttributes].reverse();
    expect(
      Object.keys(
        changedSettings({ wanted, current: { ...wanted, searchableAttributes: reversed } }),
      ),
    ).toEqual(['searchableAttributes']);
    expect(changedSettings({ wanted, current: {} })).toEqual(wanted);
  });
});
