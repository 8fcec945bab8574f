import { aggregate, newSlots, type Slots } from './aggregate';
import { normalise } from './normalise';
import { compilePlan, type Plan } from './plan';
import { type RandomStream, randomStream } from './random-stream';
import type { Aggregation, Normalisation, Recipe } from './recipe';
import { rankBlocks, type Scored } from './score';
import { sortedPercentile } from './statistics';
import { treat } from './treat';

export type UncertaintySettings = Recipe['uncertainty'];

/** Which assumptions were varied, and which of them cannot matter under this recipe. */
export type Factor = {
  name: 'weights' | 'normalisation' | 'aggregation' | 'winmax' | 'leave-one-out';
  inert: boolean;
};

/** Ranks of every node in every replication: `ranks[slot][replication · rows + row]`, 0 missing. */
export type Replications = {
  seed: number;
  count: number;
  level: number;
  factors: Factor[];
  /** By node code. */
  ranks: ReadonlyMap<string, Uint16Array>;
};

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

const pick = <T>(options: readonly T[], stream: RandomStream): T | undefined =>
  options[Math.floor(stream.uniform() * options.length)];

const drawWeights = (
  plan: Plan,
  settings: UncertaintySettings['weights'],
  stream: RandomStream,
): Float64Array => {
  switch (settings.kind) {
    case 'none':
      return plan.weights;
    case 'uniform': {
      const { spread } = settings;
      return plan.weights.map((w) => w * (1 - spread + 2 * spread * stream.uniform()));
    }
    case 'dirichlet': {
      const drawn = Float64Array.from(plan.weights);
      for (const { firstWeight, children } of plan.nodes) {
        const own = drawn.subarray(firstWeight, firstWeight + children.length);
        const sum = own.reduce((total, w) => total + w, 0);
        own.forEach((w, k) => {
          own[k] = w === 0 ? 0 : stream.gamma((settings.concentration * w) / sum);
        });
      }
      return drawn;
    }
  }
};

type Variant = { plan: Plan; leaves: readonly Float64Array[] };

/** Variants of the data side, computed once each and kept. */
const variants = (scored: Scored) => {
  const { recipe, prepared } = scored;
  const columnsKept = new Map<string, readonly (Float64Array | null)[]>();
  const kept = new Map<string, Variant>();
  return (
    winmax: number | null,
    normalisation: Normalisation | null,
    leftOut: string | null,
  ): Variant => {
    const dataKey = JSON.stringify([winmax, normalisation]);
    const key = `${dataKey} ${leftOut}`;
    const known = kept.get(key);
    if (known) return known;
    const treatment =
      winmax === null || !recipe.treatment
        ? recipe.treatment
        : { ...recipe.treatment, winmax: { points: winmax } };
    let columns = columnsKept.get(dataKey);
    if (!columns) {
      const { table } = treat(recipe, prepared.table, treatment);
      columns = normalise(recipe, table, normalisation ?? undefined).columns;
      columnsKept.set(dataKey, columns);
    }
    const indicators = prepared.table.indicators;
    const present = columns;
    const usable = new Set(indicators.filter((code, j) => present[j] && code !== leftOut));
    const leaves = indicators.flatMap((code, j) => {
      const column = present[j];
      return column && usable.has(code) ? [column] : [];
    });
    const variant = { plan: compilePlan(recipe, usable).plan, leaves };
    kept.set(key, variant);
    return variant;
  };
};

const factorsOf = (scored: Scored, settings: UncertaintySettings): Factor[] => {
  const { plan, recipe } = scored;
  const treats = recipe.treatment !== undefined;
  return [
    ...(settings.weights.kind === 'none'
      ? []
      : [
          {
            name: 'weights' as const,
            inert: plan.nodes.every(({ children }) => children.length === 1),
          },
        ]),
    ...(settings.normalisation.length > 0
      ? [{ name: 'normalisation' as const, inert: false }]
      : []),
    ...(settings.aggregation.length > 0 ? [{ name: 'aggregation' as const, inert: false }] : []),
    ...(settings.winmax.length > 0 ? [{ name: 'winmax' as const, inert: !treats }] : []),
    ...(settings.leaveOneOut
      ? [{ name: 'leave-one-out' as const, inert: plan.leaves.length < 2 }]
      : []),
  ];
};

/**
 * Monte-Carlo replications of the whole scoring under varied assumptions. Replication r draws
 * from a stream of (seed, r) alone: any split of the work gives the same bytes.
 * @param range first and one past the last replication; default all
 */
export const replicate = (
  scored: Scored,
  settings: UncertaintySettings = scored.recipe.uncertainty,
  range: { from: number; to: number } = { from: 0, to: settings.replications },
): Replications => {
  const { blocks, recipe } = scored;
  const variantOf = variants(scored);
  const count = range.to - range.from;
  const ranks = new Map(
    scored.plan.nodes.map(({ code }) => [code, new Uint16Array(count * blocks.rows)]),
  );
  const left: (string | null)[] = settings.leaveOneOut ? [null, ...scored.plan.leaves] : [null];
  const slotsOf = new Map<Variant, Slots>();
  const out = new Uint32Array(blocks.rows);
  const scratch = new Float64Array(blocks.perYear);

  for (let r = range.from; r < range.to; r++) {
    const stream = randomStream(settings.seed, r);
    const winmax = settings.winmax.length > 0 ? (pick(settings.winmax, stream) ?? null) : null;
    const normalisation =
      settings.normalisation.length > 0 ? (pick(settings.normalisation, stream) ?? null) : null;
    const rootAggregation: Aggregation | undefined =
      settings.aggregation.length > 0 ? pick(settings.aggregation, stream) : undefined;
    const leftOut = settings.leaveOneOut ? (pick(left, stream) ?? null) : null;
    const variant = variantOf(recipe.treatment ? winmax : null, normalisation, leftOut);
    const slots = slotsOf.get(variant) ?? newSlots(variant.plan, variant.leaves, blocks.rows);
    slotsOf.set(variant, slots);
    const weights = drawWeights(variant.plan, settings.weights, stream);
    aggregate(variant.plan, slots, blocks, weights, rootAggregation);
    variant.plan.nodes.forEach(({ code }, index) => {
      const column = slots[variant.leaves.length + index];
      const target = ranks.get(code);
      if (!column || !target) return;
      target.set(rankBlocks(column, blocks, out, scratch), (r - range.from) * blocks.rows);
    });
  }
  return {
    seed: settings.seed,
    count,
    level: settings.level,
    factors: factorsOf(scored, settings),
    ranks,
  };
};

const rowRanks = (
  replications: Replications,
  node: string,
  rows: number,
  row: number,
): Uint16Array => {
  const all = replications.ranks.get(node) ?? new Uint16Array(0);
  const own = new Uint16Array(all.length === 0 ? 0 : replications.count);
  for (let r = 0; r < own.length; r++) own[r] = all[r * rows + row] ?? 0;
  return own;
};

/**
 * The rank range of one unit at one node: median and the percentiles (type 7) that enclose
 * `level` of the replications in which it is ranked; null where it never is.
 */
export const rankRange = (
  scored: Pick<Scored, 'blocks'>,
  replications: Replications,
  { node, row }: { node: string; row: number },
): RankRange | null => {
  const all = rowRanks(replications, node, scored.blocks.rows, row);
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
  scored: Pick<Scored, 'blocks'>,
  replications: Replications,
  { node, i, j }: { node: string; i: number; j: number },
): number | null => {
  const a = rowRanks(replications, node, scored.blocks.rows, i);
  const b = rowRanks(replications, node, scored.blocks.rows, j);
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
    const p = probabilityAbove(scored, replications, { node, i: other, j: row });
    if (p === null) continue;
    if (p >= 0.95) groups.above.push(unit);
    else if (p <= 0.05) groups.below.push(unit);
    else groups.notDistinguishable.push(unit);
  }
  return groups;
};
