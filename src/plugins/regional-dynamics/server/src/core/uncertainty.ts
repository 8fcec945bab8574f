import { drawWeights } from './draw-weights';
import { type RandomStream, randomStream } from './random-stream';
import type { Recipe } from './recipe';
import { rankBlocks, type Scored } from './score';
import { scoreUnder } from './score-under';

export type UncertaintySettings = Recipe['uncertainty'];

/** Which assumptions were varied, and which of them cannot matter under this recipe. */
export type Factor = {
  name: 'weights' | 'normalisation' | 'aggregation' | 'winmax' | 'leave-one-out';
  inert: boolean;
};

/** Ranks of every node in every replication: `ranks[replication · rows + row]`, 0 missing. */
export type Replications = {
  seed: number;
  count: number;
  level: number;
  factors: Factor[];
  /** By node code. */
  ranks: ReadonlyMap<string, Uint16Array>;
};

const pick = <T>(options: readonly T[], stream: RandomStream): T | null =>
  options.length === 0 ? null : (options[Math.floor(stream.uniform() * options.length)] ?? null);

/** Outlier treatment cannot matter where every alternative gives the same normalised columns. */
const isWinmaxInert = (scored: Scored, { winmax }: UncertaintySettings): boolean => {
  const { columnsOf } = scoreUnder(scored);
  const [first, ...others] = winmax.map((points) =>
    columnsOf({ winmax: points, normalisation: null }),
  );
  return others.every((columns) =>
    columns.every((column, j) => {
      const own = first?.[j];
      return column === own || column?.every((x, row) => Object.is(x, own?.[row])) === true;
    }),
  );
};

/** The factors that are varied, each with whether it can matter at all under the recipe. */
export const factorsOf = (scored: Scored, settings: UncertaintySettings): Factor[] => {
  const { plan } = scored;
  const factors: Factor[] = [];
  if (settings.weights.kind !== 'none') {
    factors.push({
      name: 'weights',
      inert: plan.nodes.every(({ children }) => children.length === 1),
    });
  }
  if (settings.normalisation.length > 0) factors.push({ name: 'normalisation', inert: false });
  if (settings.aggregation.length > 0) factors.push({ name: 'aggregation', inert: false });
  if (settings.winmax.length > 0) {
    factors.push({ name: 'winmax', inert: isWinmaxInert(scored, settings) });
  }
  if (settings.leaveOneOut) factors.push({ name: 'leave-one-out', inert: plan.leaves.length < 2 });
  return factors;
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
  const { blocks, plan } = scored;
  const count = range.to - range.from;
  const ranks = new Map(plan.nodes.map(({ code }) => [code, new Uint16Array(count * blocks.rows)]));
  const leftOut = settings.leaveOneOut ? [null, ...plan.leaves] : [];
  const { run } = scoreUnder(scored);
  const out = new Uint32Array(blocks.rows);
  const scratch = new Float64Array(blocks.perYear);

  for (let r = range.from; r < range.to; r++) {
    const stream = randomStream(settings.seed, r);
    // The order of the draws is part of every edition.
    const drawn = run({
      winmax: pick(settings.winmax, stream),
      normalisation: pick(settings.normalisation, stream),
      rootAggregation: pick(settings.aggregation, stream),
      leftOut: pick(leftOut, stream),
      weights: (own) => drawWeights(own, settings.weights, stream),
    });
    drawn.plan.nodes.forEach(({ code }, index) => {
      const column = drawn.slots[drawn.plan.leaves.length + index];
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
