import removeMarkdown from 'remove-markdown';
import { isRecord } from '../../../rules/readers';
import type { Row } from '../../../rules/violation';
import { LEVEL_NAMES, LEVELS, type Level } from './levels';

/** `minutes` is rounded up, and 0 only where there is nothing to read. */
export type Reading = Record<Level, { words: number; minutes: number }>;

/**
 * Words that adults read aloud in a minute, by language: Trauzettel-Klosinski & Dietz, "Standardized
 * Assessment of Reading Performance: The New International Reading Speed Texts IReST" (IOVS 53,
 * 2012); Greek from Gleni et al., "Assessing Variability in Reading Performance with the New Greek
 * Standardized Reading Speed Texts (IReST)" (Optom Vis Sci 96, 2019).
 */
const WORDS_PER_MINUTE: Readonly<Record<string, number>> = {
  fr: 195,
  en: 228,
  es: 218,
  pt: 181,
  pl: 166,
  el: 208,
};
/** The mean of the 17 languages of the first source. */
const MEAN_WORDS_PER_MINUTE = 184;

/** Words of a Markdown text, as the language divides them. */
export const countWords = ({ text, locale }: { text: string; locale: string }): number => {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return [...segmenter.segment(removeMarkdown(text))].filter(({ isWordLike }) => isWordLike).length;
};

/** Not to be read: what names a row or an item. */
const TECHNICAL = new Set(['id', 'code', 'documentId']);

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    TECHNICAL.has(key) ? [] : textsIn(inner),
  );
};

/**
 * How long each reading level of a note is in one language, titles left out.
 * @param locale the language of the row
 */
export const readingOf = ({ row, locale }: { row: Row; locale: string }): Reading => {
  const pace = WORDS_PER_MINUTE[locale.split('-')[0] ?? ''] ?? MEAN_WORDS_PER_MINUTE;
  const measure = (level: Level) => {
    const words = LEVELS[level]
      .flatMap((attribute) => textsIn(row[attribute]))
      .reduce((sum, text) => sum + countWords({ text, locale }), 0);
    return { words, minutes: Math.ceil(words / pace) };
  };
  return Object.fromEntries(LEVEL_NAMES.map((level) => [level, measure(level)])) as Reading;
};
