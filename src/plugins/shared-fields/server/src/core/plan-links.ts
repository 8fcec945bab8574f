import type { Row } from './resolve-original';

export type LinkRow = { source: number; target: number; order: number };

type SourceRow = Pick<Row, 'id' | 'documentId' | 'locale' | 'status'>;

const STATUSES = ['draft', 'published'] as const;

/**
 * The row of a target that a source row shows: its own locale's, else the target's original,
 * else the first by code.
 */
const chooseRow = (rows: Row[], locale: string, original: string | undefined): Row | undefined =>
  rows.find((row) => row.locale === locale) ??
  rows.find((row) => row.locale === original) ??
  [...rows].sort((left, right) => (left.locale < right.locale ? -1 : 1))[0];

/**
 * The rows of a link's join table for a set of source documents. Drafts link drafts, published
 * rows published ones; where one side has no drafts, its rows stand for both.
 * @param lists target documentIds in order, by source documentId and status
 * @param targetRows all rows of all targets
 * @param originals original locale by target documentId
 */
export const planLinks = ({
  sourceRows,
  lists,
  targetRows,
  originals,
  sourceHasDrafts,
  targetHasDrafts,
}: {
  sourceRows: SourceRow[];
  lists: Map<string, Record<Row['status'], string[]>>;
  targetRows: Row[];
  originals: Map<string, string | undefined>;
  sourceHasDrafts: boolean;
  targetHasDrafts: boolean;
}): LinkRow[] => {
  const rowsOf = new Map<string, Row[]>();
  for (const row of targetRows) {
    rowsOf.set(row.documentId, [...(rowsOf.get(row.documentId) ?? []), row]);
  }
  return sourceRows.flatMap((source) => {
    const wanted = !targetHasDrafts
      ? (['published'] as const)
      : sourceHasDrafts
        ? ([source.status] as const)
        : STATUSES;
    const targets = (lists.get(source.documentId)?.[source.status] ?? []).flatMap((documentId) => {
      const rows = rowsOf.get(documentId) ?? [];
      return wanted.flatMap((status) => {
        const row = chooseRow(
          rows.filter((candidate) => candidate.status === status),
          source.locale,
          originals.get(documentId),
        );
        return row ? [row.id] : [];
      });
    });
    return targets.map((target, index) => ({ source: source.id, target, order: index + 1 }));
  });
};
