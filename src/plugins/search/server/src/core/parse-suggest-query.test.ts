import { describe, expect, it } from 'vitest';
import { parseSuggestQuery } from './parse-suggest-query';

const rules = { locales: ['fr', 'el'], defaultLocale: 'fr', types: ['note', 'theme'] };
const parse = (query: Record<string, unknown>) => parseSuggestQuery({ query, rules });

describe('parseSuggestQuery', () => {
  it('reads what was typed, in one language or several', () => {
    expect(parse({ q: ' num' })).toEqual({
      state: 'valid',
      value: { q: 'num', locale: 'fr', filter: '', limit: 8 },
    });
    expect(parse({ q: 'a', locale: 'el,fr', type: 'note', limit: '3' })).toMatchObject({
      value: {
        locale: 'el',
        across: { locales: ['el', 'fr'] },
        filter: '(type IN ["note"] AND locale IN ["el", "fr"])',
        limit: 3,
      },
    });
  });

  it.each([
    [{}, 'q must be what the reader has typed'],
    [{ q: 'x'.repeat(129) }, 'q must have at most 128 characters'],
    [{ q: 'a', limit: '21' }, 'limit must be a whole number from 1 to 20'],
    [{ q: 'a', locale: 'xx' }, 'locale must be one of fr, el, *'],
    [{ q: 'a', type: 'person' }, 'type must be one of note, theme'],
    [{ q: 'a', facets: '*' }, 'facets is not a parameter of search; known are q, locale, type'],
  ])('refuses %j', (query, message) => {
    const read = parse(query);
    expect(read.state === 'invalid' && read.problems[0]?.message).toContain(message);
  });
});
