import { describe, expect, it } from 'vitest';
import { schemaViolations } from '../rules/schema-violations';
import { checkStringList } from './check-string-list';
import type { Holds } from './contents';

const broken = (holds: Holds, value: unknown) =>
  checkStringList({ value, path: ['list'], holds }).map(
    ({ path, name }) => `${path.slice(1).join('.')} ${name}`,
  );

describe('a list of strings', () => {
  it('may be missing or empty', () => {
    expect([null, undefined, []].flatMap((value) => broken('keywords', value))).toEqual([]);
  });

  it.each<[Holds, unknown, string[]]>([
    ['strata', ['region', 'planet', 'region'], ['1 known-strata', '2 known-strata']],
    ['strata', 'region', [' known-strata']],
    ['strata', '', [' known-strata']],
    ['strata', { region: true }, [' known-strata']],
    ['searches', ['partners', 'partners', 'gold'], ['1 known-search', '2 known-search']],
    ['nameLanguages', ['fr', 'de'], ['1 unverified-names']],
    [
      'languages',
      ['fr', 'pt-PT', 3, 'Greek', ' '],
      [2, 3, 4].map((i) => `${i} languages-are-codes`),
    ],
    ['addresses', ['https://a.org', 'a book'], ['1 sources-are-addresses']],
    ['addresses', [`https://a.org/${'a'.repeat(2048)}`], ['0 sources-are-addresses']],
    ['references', ['IRIS-2006-0417', 'iris 1'], ['1 list-of-references']],
    ['codes', ['a-1', 'A'], ['1 list-of-codes']],
    ['keywords', ['eau potable', 'a', 'a', ''], ['2 list-of-keywords', '3 list-of-keywords']],
    ['keywords', ['a, b', ' a', 'a'.repeat(121)], [0, 1, 2].map((i) => `${i} list-of-keywords`)],
    ['keywords', Array.from({ length: 200 }, (_, i) => `${i}`), []],
    ['keywords', Array.from({ length: 201 }, (_, i) => `${i}`), [' list-of-keywords']],
  ])('of %s: %j', (holds, value, expected) => {
    expect(broken(holds, value)).toEqual(expected);
  });

  it('is checked wherever it stands', () => {
    const strata = {
      type: 'json',
      customField: 'global::string-list',
      options: { holds: 'strata' },
    };
    const found = schemaViolations({
      attributes: { strata, fit: { type: 'component', component: 'fit', repeatable: true } },
      components: () => ({ strata }),
      row: { strata: ['planet'], fit: [{}, { strata: ['region', 'moon'] }] },
      complete: false,
    });
    expect(found.map(({ path }) => path.join('.'))).toEqual(['strata.0', 'fit.1.strata.1']);
    expect(found[0]?.message).toBe(
      'strata.0: "planet" is not allowed: the list holds codes of strata (municipality, intercommunality, department, region, island, state, european, other)',
    );
  });
});
