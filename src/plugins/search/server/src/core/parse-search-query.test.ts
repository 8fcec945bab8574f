import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from './parse-search-query';

const rules = {
  locales: ['fr', 'en'],
  defaultLocale: 'fr',
  types: ['initiative', 'theme'],
  parameters: { theme: 'themes' },
};
const parse = (query: Record<string, unknown>) => parseSearchQuery({ query, rules });

describe('parseSearchQuery', () => {
  it('has a default for everything', () => {
    expect(parse({})).toEqual({
      state: 'valid',
      query: { q: '', locale: 'fr', types: [], page: 1, pageSize: 25, filters: [] },
    });
  });

  it('takes lists with commas and repeated', () => {
    expect(parse({ type: ['initiative', 'theme'], theme: 'A, B', page: '2' })).toMatchObject({
      query: {
        types: ['initiative', 'theme'],
        page: 2,
        filters: [{ attribute: 'themes', values: ['A', 'B'] }],
      },
    });
  });

  it.each([
    [{ page: '0' }, 'page', 'page must be a whole number from 1 to 100000'],
    [{ pageSize: '1e2' }, 'pageSize', 'pageSize must be a whole number from 1 to 100'],
    [{ pageSize: '500' }, 'pageSize', 'pageSize must be a whole number from 1 to 100'],
    [{ locale: 'xx' }, 'locale', 'locale must be one of fr, en'],
    [{ locale: ['fr', 'en'] }, 'locale', 'locale must be one locale'],
    [{ type: 'interview' }, 'type', 'type must be one of initiative, theme'],
    [{ q: 'x'.repeat(600) }, 'q', 'q must have at most 512 characters'],
    [{ access: 'members' }, 'access', 'access is not a parameter of search'],
  ])('refuses %j and says why', (query, name, message) => {
    const parsed = parse(query);
    expect(parsed).toMatchObject({ state: 'invalid', problems: [{ path: [name] }] });
    expect(parsed.state === 'invalid' && parsed.problems[0]?.message).toContain(message);
  });
});
