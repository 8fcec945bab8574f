import type { Scored } from './score';
import { sortedPercentile } from './statistics';
import type { Replications } from './uncertainty';

/** Rank range under the tested assumptions; not a confidence interval. */
export type RankRange = {
  median: number;
  low: number;
  high: number;
  /** Share of replications with rank ≤ 10. */
  top10: number;
  /** Share of replications in which the unit is ranked at all. */
  ranked: number;
};

type Ranked = Pick<Replications, 'ranks' | 'count' | 'level' | 'rows'>;

const rowRanks = ({ ranks, count, rows }: Ranked, node: string, row: number): Uint16Array => {
  const all = ranks.get(node) ?? new Uint16Array(0);
  const own = new Uint16Array(all.length === 0 ? 0 : count);
  const width = rows.end - rows.start;
  for (let r = 0; r < own.length; r++) own[r] = all[r * width + row - rows.start] ?? 0;
  return own;
};

/**
 * The rank range of one unit at one node: median and the percentiles (type 7) that enclose
 * `level` of the replications in which it is ranked; null where it never is.
 */
export const rankRange = (
  replications: Ranked,
  { node, row }: { node: string; row: number },
): RankRange | null => {
  const all = rowRanks(replications, node, row);
  const ranked = all.filter((rank) => rank > 0).sort();
  if (ranked.length === 0) return null;
  const tail = (1 - replications.level) / 2;
  return {
    median: sortedPercentile(ranked, 0.5),
    low: sortedPercentile(ranked, tail),
    high: sortedPercentile(ranked, 1 - tail),
    top10: ranked.filter((rank) => rank <= 10).length / ranked.length,
    ranked: ranked.length / replications.count,
  };
};

/**
 * P(i above j): share of the replications that rank both in which i ranks better, ties counting
 * one half; null where none ranks both.
 */
export const probabilityAbove = (
  replications: Ranked,
  { node, i, j }: { node: string; i: number; j: number },
): number | null => {
  const a = rowRanks(replications, node, i);
  const b = rowRanks(replications, node, j);
  let both = 0;
  let above = 0;
  a.forEach((rank, r) => {
    const other = b[r] ?? 0;
    if (rank === 0 || other === 0) return;
    both++;
    above += rank < other ? 1 : rank === other ? 0.5 : 0;
  });
  return both === 0 ? null : above / both;
};

/**
 * Where the others stand to one unit: above it (P ≥ .95), below it (P ≤ .05), or not
 * distinguishable from it under the tested assumptions. Rows of the same year only.
 */
export const rankGroups = (
  scored: Scored,
  replications: Replications,
  { node, row }: { node: string; row: number },
): { above: string[]; notDistinguishable: string[]; below: string[] } => {
  const groups = {
    above: [] as string[],
    notDistinguishable: [] as string[],
    below: [] as string[],
  };
  const { perYear } = scored.blocks;
  const start = Math.floor(row / perYear) * perYear;
  for (let other = start; other < start + perYear; other++) {
    const unit = scored.table.rows[other]?.unit;
    if (other === row || unit === undefined) continue;
    const p = probabilityAbove(replications, { node, i: other, j: row });
    if (p === null) continue;
    if (p >= 0.95) groups.above.push(unit);
    else if (p <= 0.05) groups.below.push(unit);
    else groups.notDistinguishable.push(unit);
  }
  return groups;
};
