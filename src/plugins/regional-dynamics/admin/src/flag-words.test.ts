import { expect, it } from 'vitest';
import { flagWords } from './flag-words';
import texts from './translations/method/en.json';

const say = (key: string, values: Record<string, string> = {}): string =>
  ((texts as Record<string, string>)[key] ?? key).replace(
    /\{(\w+)\}/g,
    (_, name) => values[name] ?? '',
  );

it.each([
  ['b', 'b: break in the series'],
  ['bu', 'b: break in the series, u: low reliability'],
  ['carried-forward:2015', 'carried forward from 2015'],
  ['parent-NUTS1', 'of the parent region (NUTS1)'],
  ['', ''],
  ['bx', 'bx'],
  ['missing', 'missing'],
])('the flag %s is "%s"', (flag, words) => {
  expect(flagWords(flag, say)).toBe(words);
});

it('every letter that an import takes is said in words', () => {
  for (const letter of 'bcdefimnprsuz') expect(flagWords(letter, say)).toMatch(/^\w: \w/);
});
