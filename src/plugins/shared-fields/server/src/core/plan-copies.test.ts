import { describe, expect, it } from 'vitest';
import { planCopies, type ValuedRow } from './plan-copies';
import type { Row } from './resolve-original';

const row = (id: number, locale: string, status: Row['status'], value: unknown): ValuedRow => ({
  id,
  documentId: 'd',
  locale,
  status,
  originalLocale: 'fr',
  values: { year: value },
});
const attributes = [{ name: 'year', kind: 'scalar' as const }];
const plan = (rows: ValuedRow[], lead?: string) =>
  planCopies({ rows, attributes, original: 'fr', lead }).map(({ status, value, rows: ids }) => ({
    status,
    value,
    ids,
  }));

describe('the plan of copies', () => {
  it('brings drafts to the original’s draft, published rows to its published row', () => {
    const rows = [
      row(1, 'fr', 'draft', 2),
      row(2, 'el', 'draft', 1),
      row(3, 'pt', 'draft', 2),
      row(4, 'fr', 'published', 1),
      row(5, 'el', 'published', 0),
    ];
    expect(plan(rows, 'el')).toEqual([
      { status: 'draft', value: 2, ids: [2] },
      { status: 'published', value: 1, ids: [5] },
    ]);
  });

  it('follows the row just published while the original is not', () => {
    const rows = [row(4, 'el', 'published', 1), row(5, 'pt', 'published', 2)];
    expect(plan(rows, 'pt')).toEqual([{ status: 'published', value: 2, ids: [4] }]);
    expect(plan(rows)).toEqual([]);
  });
});
