import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFor } from './draw';
import { sampleInitiative } from './sample-initiative';
import { SAMPLE_LOCALES, SAMPLE_THEMES, VOCABULARIES } from './vocabulary';

const number = fc.integer({ min: 1, max: 99_999 });

describe('vocabularies', () => {
  const shape = (locale: (typeof SAMPLE_LOCALES)[number]) =>
    Object.entries(VOCABULARIES[locale]).map(([list, words]) => [
      list,
      Array.isArray(words) ? words.length : 1,
    ]);

  it.each(SAMPLE_LOCALES)('have lists of one length in each language (%s)', (locale) => {
    expect(shape(locale)).toEqual(shape('fr'));
    expect(VOCABULARIES[locale].topics).toHaveLength(SAMPLE_THEMES.length);
  });

  it('are written in NFC, and no word stands twice in a list', () => {
    for (const words of Object.values(VOCABULARIES).flatMap(Object.values)) {
      const list = [words].flat();
      expect(new Set(list).size).toBe(list.length);
      for (const word of list) expect(word).toBe(word.normalize('NFC'));
    }
  });
});

describe('sampleInitiative', () => {
  it('depends on its number alone, and keeps to the lengths and sums of a monograph', () => {
    fc.assert(
      fc.property(number, (given) => {
        const sample = sampleInitiative(given);
        expect(sampleInitiative(given)).toEqual(sample);
        for (const texts of Object.values(sample.locales)) {
          expect(String(texts.title).length).toBeLessThanOrEqual(100);
          expect(String(texts.strap).length).toBeLessThanOrEqual(160);
          expect(String(texts.summary).length).toBeLessThanOrEqual(500);
          expect(JSON.stringify(texts)).not.toContain('undefined');
        }
        const sum = (list: unknown) =>
          (list as { amount: number }[]).reduce((total, { amount }) => total + amount, 0);
        expect(sum(sample.shared.funding)).toBeLessThanOrEqual(sum(sample.shared.costs));
        expect(String(sample.shared.endDate) > String(sample.shared.startDate)).toBe(true);
      }),
    );
  });

  it('spreads over languages and titles', () => {
    const samples = Array.from({ length: 500 }, (_, index) => sampleInitiative(index + 1));
    for (const locale of SAMPLE_LOCALES) {
      const originals = samples.filter(({ originalLocale }) => originalLocale === locale);
      expect(originals.length).toBeGreaterThan(60);
    }
    const stems = samples.map(({ locales }) => String(locales.fr?.title).replace(/\d+$/, ''));
    expect(new Set(stems).size).toBeGreaterThan(350);
  });
});

describe('drawFor', () => {
  it('draws different positions, as many as asked or as there are', () => {
    fc.assert(
      fc.property(number, fc.nat(12), fc.nat(12), (given, length, count) => {
        const positions = drawFor(given).positions(length, count);
        expect(positions).toHaveLength(Math.min(length, count));
        expect(new Set(positions).size).toBe(positions.length);
        expect(positions.every((position) => position < length)).toBe(true);
      }),
    );
  });
});
