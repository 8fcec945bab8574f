import { compareCodes } from './compare-codes';
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

/** How often a unit takes each rank: shares of the replications that rank it, the best rank first. */
export const rankDistribution = (
  replications: Ranked,
  { node, row }: { node: string; row: number },
): { rank: number; share: number }[] => {
  const counts = new Map<number, number>();
  const ranked = rowRanks(replications, node, row).filter((rank) => rank > 0);
  for (const rank of ranked) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([rank, count]) => ({ rank, share: count / ranked.length }));
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

/** One unit beside another: P(it ranks better), ties ½. */
export type Standing = { unit: string; probability: number };

export type RankGroups = { above: Standing[]; notDistinguishable: Standing[]; below: Standing[] };

/** P from which on a unit is above another under the tested assumptions; below it is 1 − P. */
export const ABOVE = 0.95;

/**
 * Where the others of the same year stand to one unit: above it (P ≥ .95), below it (P ≤ .05), or
 * not distinguishable from it under the tested assumptions. Each group runs from the best down;
 * units that no replication ranks beside it are in none.
 * @param units those of the replications' rows, in their order
 */
export const rankGroups = (
  units: readonly string[],
  replications: Ranked,
  { node, place }: { node: string; place: number },
): RankGroups => {
  const groups: RankGroups = { above: [], notDistinguishable: [], below: [] };
  const { start } = replications.rows;
  const standings = units.flatMap((unit, other): Standing[] => {
    if (other === place) return [];
    const pair = { node, i: start + other, j: start + place };
    const probability = probabilityAbove(replications, pair);
    return probability === null ? [] : [{ unit, probability }];
  });
  standings.sort((a, b) => b.probability - a.probability || compareCodes(a.unit, b.unit));
  for (const standing of standings) {
    const { probability } = standing;
    if (probability >= ABOVE) groups.above.push(standing);
    else if (probability <= 1 - ABOVE) groups.below.push(standing);
    else groups.notDistinguishable.push(standing);
  }
  return groups;
};
