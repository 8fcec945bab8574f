import type { SearchType } from '../../../shared/contracts';
import { engineLanguage } from './engine-language';
import { EVERY_LOCALE, pathIn } from './entry-document';
import { sharedStopWords, stopWords } from './stop-words';
import type { Synonyms } from './synonyms';

/** The settings of an index that are ours; the engine's others are left as they are. */
export type IndexSettings = {
  searchableAttributes: string[];
  displayedAttributes: string[];
  filterableAttributes: string[];
  sortableAttributes: string[];
  stopWords: string[];
  synonyms: Synonyms;
  localizedAttributes: { attributePatterns: string[]; locales: string[] }[];
  pagination: { maxTotalHits: number };
  faceting: { maxValuesPerFacet: number };
};

const COMMON = [
  'type',
  'locale',
  'locales',
  'access',
  'isFallback',
  'reference',
  'documentId',
  '_geo',
];
const unique = (values: string[]): string[] => [...new Set(values)].sort();

/** What of a document is searched in its language; the order is part of the ranking. */
const TEXTS = ['title', 'names', 'reference', 'summary', 'text', 'folded'];

/**
 * The attributes that words are looked for in: of one locale's index, or of some languages in the index
 * of every locale. The shadow of folded words comes last.
 */
export const searchedAttributes = (locales?: readonly string[]): string[] =>
  TEXTS.flatMap((name) =>
    name === 'reference' || !locales ? [name] : locales.map((locale) => pathIn(locale, name)),
  );

/** Settings of the index of a target, a locale or all of them, from the declarations and the languages. */
export const indexSettings = ({
  types,
  target,
  locales,
  synonyms,
}: {
  types: readonly SearchType[];
  target: string;
  locales: readonly string[];
  synonyms: Synonyms;
}): IndexSettings => {
  const isEvery = target === EVERY_LOCALE;
  const localizedAttributes = (isEvery ? locales : [target]).flatMap((locale) => {
    const language = engineLanguage(locale);
    const pattern = isEvery ? pathIn(locale, '*') : '*';
    return language ? [{ attributePatterns: [pattern], locales: [language] }] : [];
  });
  return {
    searchableAttributes: isEvery ? searchedAttributes(locales) : searchedAttributes(),
    displayedAttributes: ['*'],
    filterableAttributes: unique([
      ...COMMON,
      ...types.flatMap((type) => [...(type.filterable ?? []), ...(type.facets ?? [])]),
    ]),
    sortableAttributes: unique(['title', '_geo', ...types.flatMap((type) => type.sortable ?? [])]),
    stopWords: isEvery ? sharedStopWords(locales) : stopWords(target),
    synonyms,
    localizedAttributes,
    // The defaults (1000 and 100) would cut totals and facet counts.
    pagination: { maxTotalHits: 1_000_000 },
    faceting: { maxValuesPerFacet: 10_000 },
  };
};

const ORDERED = new Set<string>(['searchableAttributes']);

/** The engine gives stop words back decomposed (`a` + accent), whatever it was sent. */
const comparable = (key: string, value: unknown): string => {
  if (Array.isArray(value) && !ORDERED.has(key)) {
    return JSON.stringify(value.map((item) => JSON.stringify(item).normalize('NFC')).sort());
  }
  if (key === 'synonyms') {
    return comparable(
      'entries',
      Object.entries(value ?? {}).map(([word, others]) => [word, ...[others].flat().sort()]),
    );
  }
  return JSON.stringify(value ?? null);
};

/** The engine answers three-letter codes where it was given two. */
const shortCodes = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((rule: { attributePatterns?: unknown; locales?: string[] }) => ({
        attributePatterns: rule.attributePatterns,
        locales: (rule.locales ?? []).map((code) => new Intl.Locale(code).language),
      }))
    : (value ?? []);

/**
 * What must be sent so that the index has the wanted settings: most of them re-index everything,
 * so an unchanged one is never sent.
 */
export const changedSettings = ({
  wanted,
  current,
}: {
  wanted: IndexSettings;
  current: Readonly<Record<string, unknown>>;
}): Partial<IndexSettings> =>
  Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => {
      const found = key === 'localizedAttributes' ? shortCodes(current[key]) : current[key];
      if (key === 'faceting') {
        const max = (found as { maxValuesPerFacet?: unknown } | undefined)?.maxValuesPerFacet;
        return max !== wanted.faceting.maxValuesPerFacet;
      }
      return comparable(key, value) !== comparable(key, found);
    }),
  );
