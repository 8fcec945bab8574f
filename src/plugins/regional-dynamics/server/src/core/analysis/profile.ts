import { compareCodes } from '../compare-codes';
import type { Scored } from '../score';

const rowsOfYear = ({ blocks, table }: Scored, row: number) => {
  const start = Math.floor(row / blocks.perYear) * blocks.perYear;
  return Array.from({ length: blocks.perYear }, (_, k) => start + k).filter((r) => table.rows[r]);
};

/**
 * A unit's indicators by their rank among the units of the year that have them: the best first,
 * `share` the part of those units it is not behind (1 for the first).
 */
export const strengths = (
  scored: Scored,
  row: number,
): { code: string; rank: number; of: number; share: number }[] => {
  const rows = rowsOfYear(scored, row);
  return scored.plan.leaves
    .flatMap((code, slot) => {
      const ranks = scored.ranks[slot];
      const rank = ranks?.[row] ?? 0;
      const of = rows.filter((r) => (ranks?.[r] ?? 0) > 0).length;
      return rank === 0 ? [] : [{ code, rank, of, share: (of - rank + 1) / of }];
    })
    .sort((a, b) => b.share - a.share || compareCodes(a.code, b.code));
};

/**
 * The units of the same year whose normalised indicators are nearest: root mean square distance
 * over the indicators both have, at least half of them.
 */
export const peers = (
  scored: Scored,
  row: number,
  count = 5,
): { unit: string; distance: number; shared: number }[] => {
  const leaves = scored.slots.slice(0, scored.plan.leaves.length);
  return rowsOfYear(scored, row)
    .flatMap((other) => {
      let shared = 0;
      let sum = 0;
      for (const column of leaves) {
        const gap = (column[row] ?? Number.NaN) - (column[other] ?? Number.NaN);
        if (Number.isNaN(gap)) continue;
        shared++;
        sum += gap * gap;
      }
      const unit = scored.table.rows[other]?.unit;
      if (other === row || unit === undefined || shared === 0 || shared * 2 < leaves.length)
        return [];
      return [{ unit, distance: Math.sqrt(sum / shared), shared }];
    })
    .sort((a, b) => a.distance - b.distance || compareCodes(a.unit, b.unit))
    .slice(0, count);
};
