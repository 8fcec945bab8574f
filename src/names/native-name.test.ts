import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localizeNames } from './localize-names';
import { widenQuery } from './names-in-query';
import { deriveName, NAME_COLUMNS, NAME_LOCALES, nameColumn, nameIn } from './native-name';

const crete = { name: 'Κρήτη', nativeLocale: 'el', nameEl: 'Κρήτη', nameFr: 'Crète', nameEn: null };

describe('the name in a language', () => {
  it.each([
    ['el', 'Κρήτη'],
    ['fr', 'Crète'],
    ['fr-CA', 'Crète'],
    ['en', 'Crète'],
    ['de', 'Crète'],
  ])('%s is %s', (locale, name) => {
    expect(nameIn({ row: crete, locale })).toBe(name);
  });

  it('is the native one for its own language, though that has no column', () => {
    const row = { name: 'Bayern', nativeLocale: 'de', nameFr: 'Bavière', nameEn: 'Bavaria' };
    expect(nameIn({ row, locale: 'de' })).toBe('Bayern');
    expect(nameIn({ row, locale: 'pl' })).toBe('Bavière');
  });

  it('falls back to English, then the native one, then any', () => {
    expect(nameIn({ row: { name: 'N', nameEn: 'E', namePl: 'P' }, locale: 'fr' })).toBe('E');
    expect(nameIn({ row: { name: 'N', namePl: 'P' }, locale: 'fr' })).toBe('N');
    expect(nameIn({ row: { namePl: 'P' }, locale: 'fr' })).toBe('P');
    expect(nameIn({ row: {}, locale: 'fr' })).toBeUndefined();
  });

  it('is there whenever there is any', () => {
    const columns = ['name', ...NAME_COLUMNS];
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.constantFrom(...NAME_LOCALES), (one, locale) => {
        expect(nameIn({ row: { [one]: 'X' }, locale })).toBe('X');
      }),
    );
  });
});

describe('the stored name', () => {
  it('is the native one where it is empty, else any', () => {
    expect(deriveName({ row: { ...crete, name: '' }, stored: null })).toEqual({ name: 'Κρήτη' });
    expect(deriveName({ row: { namePl: 'P' }, stored: null })).toEqual({ name: 'P' });
    expect(deriveName({ row: {}, stored: null })).toEqual({});
  });

  it('follows the native one it was taken from', () => {
    expect(deriveName({ row: { ...crete, nameEl: 'Κ' }, stored: crete })).toEqual({ name: 'Κ' });
  });

  it('is left alone where it is its own', () => {
    const stored = { ...crete, name: 'Own' };
    expect(deriveName({ row: { ...stored, nameEl: 'Κ' }, stored })).toEqual({});
    expect(deriveName({ row: { ...crete, name: 'New' }, stored: crete })).toEqual({});
  });
});

describe('names in queries and answers', () => {
  const named = Object.fromEntries(
    ['name', 'nativeLocale', ...NAME_LOCALES.map(nameColumn)].map((key) => [
      key,
      { type: 'string' },
    ]),
  );
  const schemas: Record<string, { uid: string; attributes: Record<string, { type: string }> }> = {
    theme: {
      uid: 'theme',
      attributes: { ...named, broader: { type: 'relation', target: 'theme' } as never },
    },
    funding: {
      uid: 'funding',
      attributes: { funder: { type: 'relation', target: 'theme' } as never },
    },
  };
  const lookup = (uid: string) => schemas[uid] ?? { uid, attributes: {} };
  const attributes = {
    title: { type: 'string' },
    themes: { type: 'relation', target: 'theme' },
    funding: { type: 'component', component: 'funding' },
  };

  it('reads the columns a name is chosen from, and answers without them', () => {
    const populate = {
      themes: { fields: ['name'], populate: { broader: { fields: 'name,slug' } } },
    };
    const { query, extra } = widenQuery({ query: { populate }, attributes, lookup });
    expect(query).toMatchObject({
      populate: {
        themes: {
          fields: expect.arrayContaining(['name', 'nameEl', 'nativeLocale']),
          populate: { broader: { fields: expect.arrayContaining(['slug', 'nameEl']) } },
        },
      },
    });
    const entry = { title: 'T', themes: [{ id: 1, ...crete, broader: { id: 2, ...crete } }] };
    expect(localizeNames({ entry, attributes, lookup, locale: 'fr', extra })).toEqual({
      title: 'T',
      themes: [{ id: 1, name: 'Crète', broader: { id: 2, name: 'Crète' } }],
    });
  });

  it('leaves a query alone that asks for no name, or for all', () => {
    for (const spec of [true, '*', { fields: ['slug'] }, { fields: ['*'] }, {}]) {
      const query = { populate: { themes: spec }, locale: 'fr' };
      expect(widenQuery({ query, attributes, lookup }).query).toEqual(query);
    }
    expect(widenQuery({ query: { populate: '*' }, attributes, lookup }).query).toEqual({
      populate: '*',
    });
  });

  it('reaches names inside components', () => {
    const entry = { funding: [{ funder: { ...crete } }] };
    const extra = { columns: [], children: {} };
    expect(localizeNames({ entry, attributes, lookup, locale: 'fr', extra })).toMatchObject({
      funding: [{ funder: { name: 'Crète', nameEl: 'Κρήτη' } }],
    });
  });
});
