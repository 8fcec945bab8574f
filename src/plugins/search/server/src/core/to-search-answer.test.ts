import { expect, it } from 'vitest';
import { MARK_CLOSE, MARK_OPEN } from './safe-highlight';
import { toSearchAnswer } from './to-search-answer';

const query = { q: '', locale: 'fr', types: [], page: 1, pageSize: 2, filters: [] };

it('lets out what it names and escapes all but the marks', () => {
  const { data, meta } = toSearchAnswer({
    query,
    answer: {
      hits: [
        {
          type: 'note',
          documentId: 'd',
          locale: 'fr',
          title: 'A',
          secret: 'x',
          _formatted: { title: `${MARK_OPEN}A${MARK_CLOSE} <b>&`, summary: 'none' },
        },
      ],
      totalHits: 5,
      facetDistribution: { type: { note: 5 } },
    },
  });
  expect(data[0]).not.toHaveProperty('secret');
  expect(data[0]?.highlights).toEqual({
    title: '<mark>A</mark> &lt;b&gt;&amp;',
    summary: null,
    text: null,
  });
  expect(meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 3, total: 5 });
});
