import { z } from 'zod';
import { all, type Expression, isIn } from './filter-expression';
import { type Read, valid } from './problem';
import { type Languages, ofLanguages, readLocales } from './query-locales';
import { listFrom, readParameters, wholeNumber } from './query-values';

export type SuggestQuery = Languages & { q: string; filter: Expression; limit: number };

const MAX_QUERY_LENGTH = 128;
const MAX_SUGGESTIONS = 20;

/**
 * Reads the query of `/api/search/suggest`.
 * @returns the query, or every problem with the parameter's name and the rule it breaks
 */
export const parseSuggestQuery = ({
  query,
  rules,
}: {
  query: Readonly<Record<string, unknown>>;
  rules: {
    locales: readonly string[];
    defaultLocale: string;
    types: readonly string[];
  };
}): Read<SuggestQuery> => {
  const read = readParameters({
    // It alone must be given.
    query: { q: undefined, ...query },
    schemas: {
      q: z
        .string('must be what the reader has typed so far')
        .max(MAX_QUERY_LENGTH, `must have at most ${MAX_QUERY_LENGTH} characters`),
      locale: listFrom([...rules.locales, '*']),
      type: listFrom(rules.types),
      limit: wholeNumber({ min: 1, max: MAX_SUGGESTIONS }),
    },
  });
  if (read.state === 'invalid') return read;
  const { q = '', locale = [], type = [], limit = 8 } = read.value;
  const languages = readLocales({ asked: locale, rules });
  return valid({
    q: q.trim(),
    ...languages,
    filter: all([type.length > 0 ? isIn('type', type) : '', ofLanguages(languages)]),
    limit,
  });
};
