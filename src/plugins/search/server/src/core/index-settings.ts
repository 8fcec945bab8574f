import type { SearchType } from '../../../shared/contracts';
import { engineLanguage } from './engine-language';
import { stopWords } from './stop-words';

/** The settings of an index that are ours; the engine's others are left as they are. */
export type IndexSettings = {
  searchableAttributes: string[];
  displayedAttributes: string[];
  filterableAttributes: string[];
  sortableAttributes: string[];
  stopWords: string[];
  localizedAttributes: { attributePatterns: string[]; locales: string[] }[];
  pagination: { maxTotalHits: number };
  faceting: { maxValuesPerFacet: number };
};

const COMMON = ['type', 'locale', 'access', 'isFallback', 'reference', 'documentId', '_geo'];
const unique = (values: string[]): string[] => [...new Set(values)].sort();

/** Settings of the index of one locale, from the declarations and the language. */
export const indexSettings = ({
  types,
  locale,
}: {
  types: readonly SearchType[];
  locale: string;
}): IndexSettings => {
  const language = engineLanguage(locale);
  return {
    // Their order is part of the ranking: the shadow of folded words comes last.
    searchableAttributes: ['title', 'names', 'reference', 'summary', 'text', 'folded'],
    displayedAttributes: ['*'],
    filterableAttributes: unique([
      ...COMMON,
      ...types.flatMap((type) => [...(type.filterable ?? []), ...(type.facets ?? [])]),
    ]),
    sortableAttributes: unique(['title', '_geo', ...types.flatMap((type) => type.sortable ?? [])]),
    stopWords: stopWords(locale),
    localizedAttributes: language ? [{ attributePatterns: ['*'], locales: [language] }] : [],
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
  return JSON.stringify(value ?? null);
};

const LANGUAGE_CODES: Readonly<Record<string, string>> = {
  fra: 'fr',
  ell: 'el',
  por: 'pt',
  spa: 'es',
  pol: 'pl',
  eng: 'en',
  deu: 'de',
  ita: 'it',
};

/** The engine answers three-letter codes where it was given two. */
const shortCodes = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((rule: { attributePatterns?: unknown; locales?: string[] }) => ({
        attributePatterns: rule.attributePatterns,
        locales: (rule.locales ?? []).map((code) => LANGUAGE_CODES[code] ?? code),
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
