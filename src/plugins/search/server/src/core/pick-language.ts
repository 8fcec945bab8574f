import type { EngineHit } from '../engine/engine';
import { pathIn, TRANSLATED } from './entry-document';

/** Where a match counts, the strongest first. */
const WEIGHED = ['title', 'names', 'summary', 'text'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);

const matchesOf = (hit: EngineHit, locale: string): number[] =>
  WEIGHED.map((attribute) => {
    const found = within(hit._matchesPosition, pathIn(locale, attribute));
    return Array.isArray(found) ? found.length : 0;
  });

const compareCounts = (one: readonly number[], other: readonly number[]): number => {
  for (const [index, count] of one.entries()) {
    if (count !== other[index]) return (other[index] ?? 0) - count;
  }
  return 0;
};

/**
 * A hit of the index of every locale as one of the language that the reader's words were found in:
 * most words in the title, else in names, summary and text; of equals, the one that is preferred.
 * @param preferred the asked locales in their order; others come after them
 */
export const pickLanguage = ({
  hit,
  preferred,
}: {
  hit: EngineHit;
  preferred: readonly string[];
}): EngineHit => {
  const published = (Array.isArray(hit.locale) ? hit.locale : []).map(String);
  const [locale = ''] = preferred
    .filter((code) => published.includes(code))
    .map((code) => ({ code, matches: matchesOf(hit, code) }))
    .sort((one, other) => compareCounts(one.matches, other.matches))
    .map(({ code }) => code);
  const inLanguage = (from: unknown) =>
    Object.fromEntries(TRANSLATED.map((name) => [name, within(from, 'texts', locale, name)]));
  return { ...hit, ...inLanguage(hit), locale, _formatted: inLanguage(hit._formatted) };
};
