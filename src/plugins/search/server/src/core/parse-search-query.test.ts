import { describe, expect, it } from 'vitest';
import { parseSearchQuery } from './parse-search-query';

const rules = {
  now: 5_000,
  locales: ['fr', 'en'],
  defaultLocale: 'fr',
  types: ['initiative', 'theme'],
  parameters: { theme: 'themes' },
  attributes: { themes: 'text', type: 'text', start: 'date' },
  computed: { state: () => ({ open: 'end > 5' }) },
  facets: ['type', 'themes'],
  sortable: ['title', 'start'],
  fields: {
    always: ['type'],
    usual: ['title', 'slug'],
    all: ['type', 'title', 'slug', 'geo'],
  },
} as const;
const parse = (query: Record<string, unknown>) => parseSearchQuery({ query, rules });

describe('parseSearchQuery', () => {
  it('has a default for everything', () => {
    expect(parse({})).toEqual({
      state: 'valid',
      value: {
        q: '',
        locale: 'fr',
        filter: '',
        sort: [],
        page: { kind: 'page', page: 1, pageSize: 25 },
        facets: [],
        highlight: ['title', 'summary', 'text'],
        fields: ['type', 'title', 'slug'],
        isMomentary: false,
        now: 5_000,
      },
    });
  });

  it('takes lists with commas and repeated', () => {
    expect(parse({ type: ['initiative', 'theme'], theme: 'A, B' })).toMatchObject({
      value: { filter: '(type IN ["initiative", "theme"] AND themes IN ["A", "B"])' },
    });
    expect(parse({ facets: '*', fields: 'geo,title', highlight: 'text' })).toMatchObject({
      value: { facets: ['type', 'themes'], fields: ['type', 'title', 'geo'], highlight: ['text'] },
    });
    expect(parse({ highlight: 'false' })).toMatchObject({ value: { highlight: [] } });
  });

  it('searches one language, several or all', () => {
    expect(parse({ locale: 'en' })).toMatchObject({ value: { locale: 'en', filter: '' } });
    expect(parse({ locale: 'en,en' })).not.toHaveProperty('value.across');
    expect(parse({ locale: ['en', 'fr'] })).toMatchObject({
      value: {
        locale: 'en',
        across: { locales: ['en', 'fr'], isEvery: false },
        filter: 'locale IN ["en", "fr"]',
      },
    });
    expect(parse({ locale: '*' })).toMatchObject({
      value: { locale: 'fr', across: { locales: ['fr', 'en'], isEvery: true }, filter: '' },
    });
    expect(parse({ locale: 'en,*' })).toMatchObject({
      value: { locale: 'en', across: { locales: ['en', 'fr'], isEvery: true } },
    });
  });

  it('reads parts by page and by entry', () => {
    expect(parse({ pagination: { page: '2', pageSize: '10' } })).toMatchObject({
      value: { page: { kind: 'page', page: 2, pageSize: 10 } },
    });
    expect(parse({ pagination: { start: '7' } })).toMatchObject({
      value: { page: { kind: 'offset', start: 7, limit: 25 } },
    });
  });

  it('sorts, by distance where nothing else orders what is near', () => {
    expect(parse({ sort: 'start:desc,title' })).toMatchObject({
      value: { sort: ['start:desc', 'title:asc'] },
    });
    expect(parse({ sort: { start: 'desc' } })).toMatchObject({ value: { sort: ['start:desc'] } });
    const near = { near: '32.75,-17,50' };
    const byDistance = '_geoPoint(32.75, -17)';
    expect(parse(near)).toMatchObject({
      value: { sort: [`${byDistance}:asc`], filter: '_geoRadius(32.75, -17, 50000)' },
    });
    expect(parse({ ...near, q: 'a' })).toMatchObject({ value: { sort: [] } });
    expect(parse({ ...near, q: 'a', sort: 'distance' })).toMatchObject({
      value: { sort: [`${byDistance}:asc`] },
    });
  });

  it('takes a box, and a state for what it is at this moment', () => {
    expect(parse({ bbox: '-17.3,32.4,-16.2,33.2', state: 'open' })).toMatchObject({
      value: {
        filter: '(end > 5 AND _geoBoundingBox([33.2, -16.2], [32.4, -17.3]))',
        isMomentary: true,
      },
    });
    expect(parse({ filters: { $or: [{ state: 'open' }] } })).toMatchObject({
      value: { filter: 'end > 5', isMomentary: true },
    });
  });

  it.each([
    [{ pagination: { page: '0' } }, 'pagination[page] must be a whole number from 1 to 10001'],
    [{ pagination: { pageSize: '1e2' } }, 'pagination[pageSize] must be a whole number from 1 to'],
    [{ pagination: { pageSize: '500' } }, 'pagination[pageSize] must be a whole number from 1 to'],
    [{ pagination: { page: '1', start: '1' } }, 'pagination takes page and pageSize, or start'],
    [{ pagination: { page: '9000', pageSize: '50' } }, 'pagination may skip at most 10000'],
    [{ pagination: { rows: '1' } }, 'pagination takes page and pageSize, or start and limit'],
    [{ pagination: '2' }, 'pagination takes page and pageSize, or start and limit'],
    [{ locale: 'xx' }, 'locale must be one of fr, en, *'],
    [{ locale: { x: 'fr' } }, 'locale takes values'],
    [{ locale: 'fr,xx' }, 'locale must be one of fr, en, *'],
    [{ type: 'interview' }, 'type must be one of initiative, theme'],
    [{ type: { x: 'theme' } }, 'type takes values'],
    [{ q: 'x'.repeat(600) }, 'q must have at most 512 characters'],
    [{ q: ['a', 'b'] }, 'q must be one text'],
    [{ access: 'members' }, 'access is not a parameter of search; known are q, locale, type'],
    [{ filters: { access: 'members' } }, 'filters[access] is not an attribute of search'],
    [{ state: 'ajar' }, 'state must be one of open'],
    [{ sort: 'stage' }, 'sort must be one of title, start, distance'],
    [{ sort: 'start:down' }, 'sort sorts start by asc or desc, not by down'],
    [{ sort: 'distance' }, 'sort by distance needs near'],
    [{ facets: 'stage' }, 'facets must be one of type, themes, or *'],
    [{ fields: 'text' }, 'fields must be one of type, title, slug, geo, or *'],
    [{ highlight: 'names' }, 'highlight must be one of title, summary, text'],
    [{ near: '91,0,5' }, 'near must be lat,lng,km'],
    [{ near: '1,2' }, 'near must be lat,lng,km'],
    [{ near: '1,2,0' }, 'near must be lat,lng,km'],
    [{ near: '1,2,3);x' }, 'near must be lat,lng,km'],
    [{ bbox: '1,2,3' }, 'bbox must be west,south,east,north'],
    [{ bbox: '1,9,3,4' }, 'bbox must be west,south,east,north'],
  ])('refuses %j and says why', (query, message) => {
    const parsed = parse(query);
    const [first] = parsed.state === 'invalid' ? parsed.problems : [];
    expect(first?.message).toContain(message);
    expect(first?.path[0]).toBe(Object.keys(query)[0]);
  });
});
