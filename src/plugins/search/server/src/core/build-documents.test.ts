import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchType } from '../../../shared/contracts';
import { buildDocuments, type Row } from './build-documents';

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
    expect([...build([]).values()]).toEqual([null, null, null]);
    expect([...build([row({ locale: 'fr', title: 'hidden' })]).values()]).toEqual([
      null,
      null,
      null,
    ]);
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
      }),
    );
  });
});
