import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, SearchType } from '../../../shared/contracts';
import { buildDocument, buildDocuments, type Row } from './build-documents';

const type: SearchType = {
  uid: 'api::a.note',
  type: 'note',
  fields: ['title', 'home'],
  originalLocale: 'home',
  filterable: ['themes'],
  project: ({ entry, locale }) =>
    entry.title === 'hidden'
      ? null
      : {
          title: String(entry.title),
          names: [locale],
          texts: ['**Texte** en *Markdown*'],
          attributes: { themes: ['T1'], undeclared: 'secret' },
        },
};

const row = ({
  id = 1,
  locale,
  ...entry
}: {
  id?: number;
  locale: string | null;
  title: string;
  home?: string;
}): Row => ({
  id,
  locale,
  updatedAt: 1_000,
  entry,
});

const build = (rows: Row[], locales = ['fr', 'en', 'el']) =>
  buildDocuments({ type, documentId: 'd1', rows, locales, defaultLocale: 'fr' });

describe('the document of every locale', () => {
  it('has the texts of each language that is published, and nothing that stands in', () => {
    const document = build([
      row({ locale: 'fr', title: 'un', home: 'el' }),
      row({ id: 2, locale: 'el', title: 'ένα', home: 'el' }),
    ]).get('*');
    expect(document).toMatchObject({
      id: 'e_note_d1',
      title: 'ένα',
      locale: ['el', 'fr'],
      locales: ['fr', 'el'],
      isFallback: false,
      themes: ['T1'],
      texts: {
        fr: { title: 'un', names: ['fr'], text: 'Texte en Markdown' },
        el: { title: 'ένα', names: ['el'] },
        // The engine would not search an attribute that no document has.
        en: { title: '', names: [], summary: '', text: '', folded: '' },
      },
    });
    expect(document).not.toHaveProperty('text');
  });

  it('has every language of a type without locales', () => {
    const document = build([row({ locale: null, title: 'Crète' })]).get('*');
    expect(document?.locale).toEqual(['el', 'en', 'fr']);
  });

  it('changes its hash with any of its languages', () => {
    const hash = (title: string) =>
      build([row({ locale: 'fr', title: 'un' }), row({ id: 2, locale: 'el', title })]).get('*')
        ?.hash;
    expect(hash('ένα')).toBe(hash('ένα'));
    expect(hash('ένα')).not.toBe(hash('δύο'));
  });

  it('is for members where one language is', () => {
    const guarded = {
      ...type,
      project: ({ entry }: { entry: Entry }) => ({
        title: String(entry.title),
        access: entry.title === 'caché' ? ('members' as const) : ('public' as const),
      }),
    };
    const rows = [
      row({ locale: 'fr', title: 'ouvert' }),
      row({ id: 2, locale: 'en', title: 'caché' }),
    ];
    const documents = buildDocuments({
      ...{ type: guarded, documentId: 'd', rows },
      ...{ locales: ['fr', 'en'], defaultLocale: 'fr' },
    });
    expect(documents.get('fr')?.access).toBe('public');
    expect(documents.get('*')?.access).toBe('members');
  });
});

describe('buildDocuments', () => {
  it('has a document for each locale, its own where there is one', () => {
    const documents = build([
      row({ locale: 'fr', title: 'un', home: 'fr' }),
      row({ id: 2, locale: 'en', title: 'one', home: 'fr' }),
    ]);
    expect(documents.get('fr')).toMatchObject({ title: 'un', locale: 'fr', isFallback: false });
    expect(documents.get('en')).toMatchObject({ title: 'one', locale: 'en', isFallback: false });
    expect(documents.get('el')).toMatchObject({ title: 'un', locale: 'fr', isFallback: true });
  });

  it('falls back to the original language before the default one', () => {
    const documents = build([
      row({ locale: 'fr', title: 'un', home: 'el' }),
      row({ id: 2, locale: 'el', title: 'ένα', home: 'el' }),
    ]);
    expect(documents.get('en')).toMatchObject({ title: 'ένα', locale: 'el', isFallback: true });
  });

  it('gives a type without locales a document of its own in each', () => {
    const documents = build([row({ locale: null, title: 'Crète' })]);
    expect(documents.get('el')).toMatchObject({ locale: 'el', isFallback: false, names: ['el'] });
  });

  it('has none for what is not published and for what the projection hides', () => {
    for (const rows of [[], [row({ locale: 'fr', title: 'hidden' })]]) {
      expect([...build(rows)]).toEqual(['fr', 'en', 'el', '*'].map((target) => [target, null]));
    }
  });

  it('lets out declared attributes only, and plain text', () => {
    const document = build([row({ locale: 'fr', title: 'un' })]).get('fr');
    expect(document).toMatchObject({ themes: ['T1'], text: 'Texte en Markdown' });
    expect(document).not.toHaveProperty('undeclared');
  });

  it('changes its hash with its content and not with its rows', () => {
    const hash = (rows: Row[]) => build(rows).get('fr')?.hash;
    const first = row({ locale: 'fr', title: 'un' });
    expect(hash([{ ...first, id: 9, updatedAt: 2_000 }])).toBe(hash([first]));
    expect(hash([row({ locale: 'fr', title: 'deux' })])).not.toBe(hash([first]));
  });

  it('never stands in where a translation is published', () => {
    const codes = ['fr', 'en', 'el'];
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 1 }), fc.constantFrom(...codes), (own, home) => {
        const documents = build(own.map((locale, id) => row({ id, locale, title: locale, home })));
        for (const locale of codes) {
          const document = documents.get(locale);
          expect(document?.isFallback).toBe(!own.includes(locale));
          expect(own).toContain(document?.locale);
        }
        expect(documents.get('*')?.locale).toEqual([...own].sort());
      }),
    );
  });

  it('is the same from the content of one row alone', () => {
    const codes = ['fr', 'en', 'el'];
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 1 }), fc.constantFrom(...codes), (own, home) => {
        const rows = own.map((locale, id) => row({ id, locale, title: locale, home }));
        for (const one of rows) {
          const bare = rows.map((other) => (other === one ? one : { ...other, entry: {} }));
          const locale = String(one.locale);
          expect(
            buildDocument({
              ...{ type, documentId: 'd1', rows: bare, row: one },
              ...{ locale, locales: codes },
            }),
          ).toEqual(build(rows).get(locale));
        }
      }),
    );
  });
});

it('takes texts without the characters that stand around matches, accents in one spelling', () => {
  const title = `E\u0301t\u{E000}e\u{E001}`;
  expect(build([row({ locale: 'fr', title })]).get('fr')).toMatchObject({ title: '\u00C9te' });
});
