import { describe, expect, it } from 'vitest';
import { diffLinks } from './diff-links';
import { planLinks } from './plan-links';
import type { Row } from './resolve-original';

const row = (
  id: number,
  documentId: string,
  locale: string,
  status: Row['status'] = 'draft',
): Row => ({
  id,
  documentId,
  locale,
  status,
  originalLocale: 'el',
});
const plan = (over: Partial<Parameters<typeof planLinks>[0]>) =>
  planLinks({
    sourceRows: [row(1, 's', 'fr'), row(2, 's', 'fr', 'published')],
    lists: new Map([['s', { draft: ['t', 'u'], published: ['u'] }]]),
    targetRows: [
      row(10, 't', 'el'),
      row(11, 't', 'fr'),
      row(12, 't', 'fr', 'published'),
      row(20, 'u', 'pt'),
      row(21, 'u', 'es'),
      row(22, 'u', 'pl', 'published'),
      row(23, 'u', 'el', 'published'),
    ],
    originals: new Map([
      ['t', 'el'],
      ['u', 'el'],
    ]),
    sourceHasDrafts: true,
    targetHasDrafts: true,
    ...over,
  });

describe('the plan of links', () => {
  it('takes the row’s own locale, else the original’s, else the first, of its own status', () => {
    expect(plan({})).toEqual([
      { source: 1, target: 11, order: 1 },
      { source: 1, target: 21, order: 2 },
      { source: 2, target: 23, order: 1 },
    ]);
  });

  it('skips targets without a row of that status', () => {
    expect(plan({ targetRows: [row(10, 't', 'el')] })).toEqual([
      { source: 1, target: 10, order: 1 },
    ]);
  });

  it('links both rows of a target from a source without drafts', () => {
    const sourceRows = [row(1, 's', 'fr', 'published')];
    const lists = new Map([['s', { draft: [], published: ['t'] }]]);
    expect(plan({ sourceRows, lists, sourceHasDrafts: false }).map(({ target }) => target)).toEqual(
      [11, 12],
    );
  });

  it('changes only the sources that differ, order included', () => {
    const found = [
      { source: 1, target: 10, order: 1 },
      { source: 1, target: 20, order: 2 },
      { source: 2, target: 10, order: 1 },
      { source: 3, target: 10, order: 1 },
    ];
    const wanted = [
      { source: 1, target: 20, order: 1 },
      { source: 1, target: 10, order: 2 },
      { source: 2, target: 10, order: 1 },
      { source: 4, target: 10, order: 1 },
    ];
    expect(diffLinks({ found, wanted })).toEqual({
      clear: [1, 3],
      insert: [wanted[0], wanted[1], wanted[3]],
    });
  });
});
