import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from './luhn';
import { isSiren } from './siren';
import { isSiret } from './siret';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

const withCheckDigit = (body: string): string => {
  const digit = [...'0123456789'].find((last) => passesLuhn(body + last));
  return body + digit;
};

describe('Luhn', () => {
  it('has exactly one check digit for each number', () => {
    fc.assert(
      fc.property(digits(13), (body) => {
        expect([...'0123456789'].filter((last) => passesLuhn(body + last))).toHaveLength(1);
      }),
    );
  });

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(
        digits(13).map(withCheckDigit),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 1, max: 9 }),
        (number, position, shift) => {
          const wrong = (Number(number[position]) + shift) % 10;
          expect(passesLuhn(number.slice(0, position) + wrong + number.slice(position + 1))).toBe(
            false,
          );
        },
      ),
    );
  });
});

describe('SIREN and SIRET', () => {
  it.each(['732829320', '356000000'])('%s is a SIREN', (siren) => {
    expect(isSiren(siren)).toBe(true);
  });

  it.each(['732829321', '73282932', '7328293200', '73282932X'])('%s is none', (siren) => {
    expect(isSiren(siren)).toBe(false);
  });

  it.each([
    ['73282932000074', 'of a company'],
    ['35600000000048', 'of the head office of La Poste, by Luhn'],
    ['35600000049837', 'of an office of La Poste, whose digits add up to 45'],
  ])('%s is a SIRET %s', (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it.each([
    ['73282932000075', 'its check digit is wrong'],
    ['35600000049838', 'its digits add up to 46'],
    ['7328293200007', 'it has thirteen digits'],
    ['732 829 320 00074', 'it has spaces'],
    ['00000000000005', 'the sum of digits counts for La Poste alone'],
  ])('%s is none: %s', (siret) => {
    expect(isSiret(siret)).toBe(false);
  });
});
