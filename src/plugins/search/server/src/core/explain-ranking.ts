import type { RankedBy, Ranking } from '../../../shared/desk';
import type { EngineHit } from '../engine/engine';

/** What is searched and named to people, the weightiest first; `folded` repeats the others. */
const NAMED = ['title', 'names', 'reference', 'summary', 'text'];

type Detail = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numberOr = <T>(value: unknown, other: T): number | T =>
  typeof value === 'number' && Number.isFinite(value) ? value : other;

const scoreOf = (detail: Detail): number => Math.min(1, Math.max(0, numberOr(detail.score, 0)));

const MATCHES: Readonly<Record<string, 'exact' | 'start'>> = {
  exactMatch: 'exact',
  matchesStart: 'start',
};

const toRule = (name: string, detail: Detail): RankedBy => {
  const score = scoreOf(detail);
  switch (name) {
    case 'words':
      return {
        rule: 'words',
        score,
        found: numberOr(detail.matchingWords, 0),
        asked: numberOr(detail.maxMatchingWords, 0),
      };
    case 'typo':
      return { rule: 'typo', score, typos: numberOr(detail.typoCount, 0) };
    case 'proximity':
    case 'attribute':
      return { rule: name, score };
    case 'exactness':
      return {
        rule: 'exactness',
        score,
        match: MATCHES[String(detail.matchType)] ?? 'words',
        found: numberOr(detail.matchingWords, null),
        asked: numberOr(detail.maxMatchingWords, null),
      };
    default:
  }
  if (typeof detail.distance === 'number') return { rule: 'distance', metres: detail.distance };
  const sort = /^(.+):(asc|desc)$/.exec(name);
  if (sort) {
    const { value } = detail;
    return {
      rule: 'sort',
      attribute: sort[1] ?? '',
      descending: sort[2] === 'desc',
      value: typeof value === 'string' ? value : numberOr(value, null),
    };
  }
  return { rule: 'other', name, score: numberOr(detail.score, null) };
};

const orderOf = (detail: Detail): number => numberOr(detail.order, Number.MAX_SAFE_INTEGER);

const hasMatches = (positions: unknown, path: string): boolean =>
  isRecord(positions) && Array.isArray(positions[path]) && positions[path].length > 0;

/**
 * Why a hit stands where it does, from the engine's `_rankingScoreDetails` and `_matchesPosition`.
 * A rule that this version does not know is passed on under its name.
 * @param locale where the texts of this hit lie in the index of every locale, if it comes from there
 */
export const explainRanking = ({
  hit,
  locale,
}: {
  hit: EngineHit;
  locale?: string | undefined;
}): Ranking => {
  const details = isRecord(hit._rankingScoreDetails) ? hit._rankingScoreDetails : {};
  const rules = Object.entries(details).flatMap(([name, detail]) =>
    isRecord(detail) ? [{ name, detail }] : [],
  );
  return {
    score: Math.min(1, Math.max(0, numberOr(hit._rankingScore, 0))),
    rules: rules
      .sort((one, other) => orderOf(one.detail) - orderOf(other.detail))
      .map(({ name, detail }) => toRule(name, detail)),
    foundIn: NAMED.filter(
      (name) =>
        hasMatches(hit._matchesPosition, name) ||
        (locale !== undefined && hasMatches(hit._matchesPosition, `texts.${locale}.${name}`)),
    ),
  };
};
