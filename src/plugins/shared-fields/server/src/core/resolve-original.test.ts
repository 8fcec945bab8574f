import { expect, it } from 'vitest';
import { resolveOriginal } from './resolve-original';

const rows = (original: string | null, ...locales: string[]) =>
  locales.map((locale) => ({ locale, originalLocale: original }));

it.each([
  [rows('el', 'fr', 'el'), 'el'],
  [rows(null, 'pt', 'fr'), 'fr'],
  [rows('el', 'pt', 'fr'), 'fr'],
  [rows('el', 'pt', 'es'), 'es'],
  [rows(null), undefined],
])('the original of %j is %s', (given, original) => {
  expect(resolveOriginal({ rows: given, defaultLocale: 'fr' })).toBe(original);
});
