import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSlug } from './choose-slug';
import { nextReference } from './reference-pattern';

describe('a reference', () => {
  const pattern = { prefix: 'IRIS-2006-', digits: 4 };

  it.each<[string[], string]>([
    [[], 'IRIS-2006-0001'],
    [['IRIS-2006-0416', 'IRIS-2006-0002'], 'IRIS-2006-0417'],
    [['IRIS-2006-9999'], 'IRIS-2006-10000'],
    [['IRIS-2006-10000', 'IRIS-2006-9999'], 'IRIS-2006-10001'],
    [['IRIS-2006-PILOT', 'IRIS-2005-0009'], 'IRIS-2006-0001'],
  ])('after %j is %s', (taken, next) => {
    expect(nextReference({ pattern, taken })).toBe(next);
  });

  it('that follows from the entry is taken while it is free', () => {
    const nuts = { exact: 'NUTS-FR10', prefix: 'NUTS-FR10-', digits: 1 };
    expect(nextReference({ pattern: nuts, taken: ['NUTS-FR1'] })).toBe('NUTS-FR10');
    expect(nextReference({ pattern: nuts, taken: ['NUTS-FR10'] })).toBe('NUTS-FR10-1');
    expect(nextReference({ pattern: nuts, taken: ['NUTS-FR10', 'NUTS-FR10-1'] })).toBe(
      'NUTS-FR10-2',
    );
  });

  it('is never taken', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 12_000 }));
    fc.assert(
      fc.property(numbers, (list) => {
        const taken = list.map((number) => `IRIS-2006-${String(number).padStart(4, '0')}`);
        expect(taken).not.toContain(nextReference({ pattern, taken }));
      }),
    );
  });
});

describe('a slug', () => {
  const taken = (...rows: [string, string | null][]) =>
    rows.map(([slug, locale]) => ({ slug, locale }));

  it('is its base while that is free', () => {
    expect(chooseSlug({ base: 'iris', locale: 'fr', taken: taken(['iris-2', 'fr']) })).toBe('iris');
  });

  it('names its language where another language has the base', () => {
    expect(chooseSlug({ base: 'iris', locale: 'pt-PT', taken: taken(['iris', 'fr']) })).toBe(
      'iris-pt-pt',
    );
  });

  it('is numbered in its own language', () => {
    expect(
      chooseSlug({ base: 'iris', locale: 'fr', taken: taken(['iris', 'fr'], ['iris-2', 'el']) }),
    ).toBe('iris-3');
    expect(chooseSlug({ base: 'iris', locale: undefined, taken: taken(['iris', null]) })).toBe(
      'iris-2',
    );
  });

  it('is cut to what a column holds, and never ends in a dash', () => {
    const slug = chooseSlug({
      base: `${'x'.repeat(199)}-${'y'.repeat(99)}`,
      locale: 'fr',
      taken: [],
    });
    expect(slug).toBe('x'.repeat(199));
  });
});
