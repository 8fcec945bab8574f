import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteAtLevel, queryAtLevel } from './at-level';
import { LEVEL_NAMES } from './levels';
import { countWords, readingOf } from './reading-of';

describe('words', () => {
  it.each([
    ['fr', '## L’eau\n\nElle *coûte* 1,5 € le m³, [voir](https://example.org/a/b).', 7],
    ['el', 'Η **Κρήτη** είναι νησί.', 4],
    ['pl', '- Łódź\n- Kraków', 2],
    ['en', '', 0],
  ])('in %s, Markdown left out: %j', (locale, text, words) => {
    expect(countWords({ text, locale })).toBe(words);
  });
});

describe('the reading of a note', () => {
  const row = {
    title: 'Not counted',
    electedSummary: { id: 7, headline: 'one two', keyMessage1: 'three', decision: null },
    mainText: Array.from({ length: 390 }, () => 'mot').join(' '),
    primers: [{ id: 1, code: 'not-counted', term: 'four', text: 'five six' }],
  };

  it('is per level, in whole minutes begun', () => {
    expect(readingOf({ row, locale: 'fr' })).toEqual({
      elected: { words: 3, minutes: 1 },
      officer: { words: 390, minutes: 2 },
      novice: { words: 3, minutes: 1 },
      full: { words: 396, minutes: 3 },
    });
    expect(readingOf({ row, locale: 'it' }).officer).toEqual({ words: 390, minutes: 3 });
    expect(readingOf({ row, locale: 'el' }).officer).toEqual({ words: 390, minutes: 2 });
    expect(readingOf({ row: {}, locale: 'pt' }).full).toEqual({ words: 0, minutes: 0 });
  });

  it('counts the full note as all its levels', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (headline, mainText, text) => {
        const note = { electedSummary: { headline }, mainText, primers: [{ text }] };
        const { elected, officer, novice, full } = readingOf({ row: note, locale: 'fr' });
        expect(full.words).toBe(elected.words + officer.words + novice.words);
      }),
    );
  });
});

describe('a note at a level', () => {
  it('brings what the level reads, whatever form the query has', () => {
    expect(queryAtLevel({ query: { locale: 'fr' }, level: 'elected' })).toEqual({
      locale: 'fr',
      populate: { electedSummary: true },
    });
    const query = { fields: ['title'], populate: { theme: { fields: ['name'] } } };
    expect(queryAtLevel({ query, level: 'full' })).toEqual({
      fields: ['title', 'reading', 'mainText'],
      populate: { theme: { fields: ['name'] }, electedSummary: true, primers: true },
    });
    expect(queryAtLevel({ query: { populate: '*' }, level: 'novice' })).toEqual({ populate: '*' });
    expect(queryAtLevel({ query: { populate: 'theme,sources' }, level: 'officer' })).toEqual({
      populate: { theme: true, sources: true },
    });
  });

  it('keeps the texts of no other', () => {
    const note = { title: 'T', electedSummary: {}, mainText: 'M', primers: [], reading: {} };
    const texts = LEVEL_NAMES.map((level) => Object.keys(noteAtLevel({ note, level })));
    expect(texts).toEqual([
      ['title', 'electedSummary', 'reading'],
      ['title', 'mainText', 'reading'],
      ['title', 'primers', 'reading'],
      ['title', 'electedSummary', 'mainText', 'primers', 'reading'],
    ]);
  });
});
