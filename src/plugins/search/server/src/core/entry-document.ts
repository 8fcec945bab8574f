import type { SearchDocument, StoredDocument } from '../../../shared/contracts';
import { contentHash } from './content-hash';

/** The target beside the locales: one index with a document per entry, for searches across locales. */
export const EVERY_LOCALE = '*';

/** Attributes of a document that are per locale in the index of every locale, under `texts.<locale>`. */
export const TRANSLATED = ['title', 'names', 'summary', 'text', 'folded', 'slug', 'url'] as const;

export const isTranslated = (attribute: string): boolean =>
  TRANSLATED.some((name) => name === attribute);

/** Path of a translated attribute in the index of every locale. */
export const pathIn = (locale: string, attribute: string): string => `texts.${locale}.${attribute}`;

/** The engine refuses to search attributes that no document has: every document has all of them. */
const UNTRANSLATED = { title: '', names: [], summary: '', text: '', folded: '' };

/**
 * One document of an entry with its texts in every language that it is published in, none standing in
 * for another. What its languages share comes from the first.
 * @param documents by locale, the entry's original language first
 * @param locales all that exist
 * @returns null for an entry that search shows in no language
 */
export const entryDocument = ({
  documents,
  locales,
}: {
  documents: readonly { locale: string; document: SearchDocument }[];
  locales: readonly string[];
}): StoredDocument | null => {
  const [first] = documents;
  if (!first) return null;
  const { names, summary, text, slug, url, folded, stamp, hash, ...shared } = first.document;
  const all = documents.map(({ document }) => document);
  const content = {
    ...shared,
    locale: documents.map(({ locale }) => locale).sort(),
    // One language's word is enough to keep an entry from the public.
    access: all.some(({ access }) => access === 'members') ? 'members' : 'public',
    isFallback: false,
    texts: {
      ...Object.fromEntries(locales.map((locale) => [locale, UNTRANSLATED])),
      ...Object.fromEntries(
        documents.map(({ locale, document }) => [
          locale,
          Object.fromEntries(TRANSLATED.map((name) => [name, document[name]])),
        ]),
      ),
    },
  };
  return { ...content, stamp, hash: contentHash(content) };
};
