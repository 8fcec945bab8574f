import { expect, it } from 'vitest';
import type { SearchQuery } from './parse-search-query';
import { MARK_CLOSE, MARK_OPEN } from './safe-highlight';
import { toSearchAnswer } from './to-search-answer';

const query: SearchQuery = {
  q: '',
  locale: 'fr',
  filter: '',
  sort: [],
  page: { kind: 'page', page: 1, pageSize: 2 },
  facets: [],
  highlight: ['title', 'summary', 'text'],
  fields: ['type', 'documentId', 'locale', 'title', 'start', 'geo'],
  isMomentary: false,
  now: 0,
};
const hit = {
  type: 'note',
  documentId: 'd',
  locale: 'fr',
  start: 1_700_000_000,
  _geo: { lat: 1, lng: 2 },
  secret: 'x',
  _formatted: { title: `${MARK_OPEN}A${MARK_CLOSE} <b>&`, summary: 'none' },
};
const answer = (changes: Partial<SearchQuery> = {}, hits: Record<string, unknown>[] = [hit]) =>
  toSearchAnswer({
    query: { ...query, ...changes },
    hits,
    total: 5,
    facets: { type: [{ value: 'note', label: 'Notes', count: 5 }] },
    kinds: { start: 'date' },
  });

it('lets out what was asked for, escapes all but the marks and writes dates', () => {
  const { data, meta } = answer();
  expect(data).toEqual([
    {
      type: 'note',
      documentId: 'd',
      locale: 'fr',
      title: 'A <b>&',
      start: '2023-11-14T22:13:20.000Z',
      geo: { lat: 1, lng: 2 },
      highlights: { title: '<mark>A</mark> &lt;b&gt;&amp;', summary: null, text: null },
    },
  ]);
  expect(meta).toEqual({
    pagination: { page: 1, pageSize: 2, pageCount: 3, total: 5 },
    locale: 'fr',
  });
});

it('answers parts by entry as they were asked for, facets and distances', () => {
  const { data, meta } = answer(
    { page: { kind: 'offset', start: 3, limit: 2 }, facets: ['type'], highlight: [] },
    [{ ...hit, title: 'A', _geoDistance: 12 }],
  );
  expect(meta.pagination).toEqual({ start: 3, limit: 2, total: 5 });
  expect(meta.facets).toEqual({ type: [{ value: 'note', label: 'Notes', count: 5 }] });
  expect(data[0]).toMatchObject({ title: 'A', distance: 12 });
  expect(data[0]).not.toHaveProperty('highlights');
});
