import { drawWeights } from './draw-weights';
import { type RandomStream, randomStream } from './random-stream';
import type { ImputationStep, Recipe } from './recipe';
import { rankBlocks, type Scored } from './score';
import { columnsUnder, scoreUnder } from './score-under';

export type UncertaintySettings = Recipe['uncertainty'];

/** Which assumptions were varied, and which of them cannot matter under this recipe and data. */
export type Factor = {
  name:
    | 'weights'
    | 'normalisation'
    | 'aggregation'
    | 'winmax'
    | 'imputation'
    | 'parent-draw'
    | 'standard-errors'
    | 'leave-one-out';
  inert: boolean;
};

/** Ranks of every node in every replication: `ranks[replication · rows + row]`, 0 missing. */
export type Replications = {
  seed: number;
  count: number;
  level: number;
  factors: Factor[];
  /** The rows they are of, whole years: `row` above counts from `start`. */
  rows: { start: number; end: number };
  /** By node code. */
  ranks: ReadonlyMap<string, Uint16Array<ArrayBuffer>>;
};

/** A part of the work: any split of it gives the same bytes. */
export type Part = {
  /** First and one past the last replication. */
  from: number;
  to: number;
  /** Only these rows, whole years. */
  rows?: { start: number; end: number };
  columnsOf?: ReturnType<typeof columnsUnder>;
  /** Told after each replication. */
  onReplication?: () => void;
};

const pick = <T>(options: readonly T[], stream: RandomStream): T | null =>
  options.length === 0 ? null : (options[Math.floor(stream.uniform() * options.length)] ?? null);

type Columns = readonly (Float64Array | null)[];

const areSame = ([first, ...others]: readonly Columns[]): boolean =>
  others.every((columns) =>
    columns.every((column, j) => {
      const own = first?.[j];
      return column === own || column?.every((x, row) => Object.is(x, own?.[row])) === true;
    }),
  );

/** The recipe's own steps and its alternatives; none where there is no alternative. */
export const imputationsOf = ({
  recipe,
  settings,
}: {
  recipe: Recipe;
  settings: UncertaintySettings;
}): (readonly ImputationStep[])[] => {
  const alternatives = settings.imputation?.alternatives ?? [];
  return alternatives.length === 0 ? [] : [recipe.imputation.steps, ...alternatives];
};

/** What is drawn from; the recipe's own where nothing is varied. */
const orOwn = <T>(options: readonly T[]): readonly (T | null)[] =>
  options.length === 0 ? [null] : options;

/** The factors that are varied, each with whether it can matter at all under the recipe. */
export const factorsOf = (
  scored: Scored,
  settings: UncertaintySettings,
  columnsOf = columnsUnder(scored),
): Factor[] => {
  const { plan } = scored;
  const factors: Factor[] = [];
  const own = { winmax: null, normalisation: null };
  const imputations = imputationsOf({ recipe: scored.recipe, settings });
  // A factor may matter only under what another one draws: winmax under min-max, say.
  const normalisations = orOwn(settings.normalisation);
  const winmaxes = orOwn(settings.winmax);
  const fillings = orOwn(imputations);
  // Drawn with any seed: it matters only whether something is drawn at all.
  const isDrawn = (factor: 'parentDraw' | 'standardErrors') =>
    fillings.some(
      (imputation) => !columnsOf({ ...own, imputation, [factor]: randomStream(0, 0) }).isKept,
    );
  if (settings.weights.kind !== 'none') {
    factors.push({
      name: 'weights',
      inert: plan.nodes.every(({ children }) => children.length === 1),
    });
  }
  if (settings.normalisation.length > 0) factors.push({ name: 'normalisation', inert: false });
  if (settings.aggregation.length > 0) factors.push({ name: 'aggregation', inert: false });
  if (settings.winmax.length > 0) {
    const inert = normalisations.every((normalisation) =>
      fillings.every((imputation) =>
        areSame(winmaxes.map((winmax) => columnsOf({ winmax, normalisation, imputation }).columns)),
      ),
    );
    factors.push({ name: 'winmax', inert });
  }
  if (imputations.length > 0) {
    const inert = normalisations.every((normalisation) =>
      winmaxes.every((winmax) =>
        areSame(
          fillings.map((imputation) => columnsOf({ winmax, normalisation, imputation }).columns),
        ),
      ),
    );
    factors.push({ name: 'imputation', inert });
  }
  if (settings.imputation?.parentDraw) {
    factors.push({ name: 'parent-draw', inert: !isDrawn('parentDraw') });
  }
  if (settings.standardErrors) {
    factors.push({ name: 'standard-errors', inert: !isDrawn('standardErrors') });
  }
  if (settings.leaveOneOut) factors.push({ name: 'leave-one-out', inert: plan.leaves.length < 2 });
  return factors;
};

/**
 * Monte-Carlo replications of the whole scoring under varied assumptions. Replication r draws
 * from a stream of (seed, r) alone: any split of the work gives the same bytes.
 */
export const replicate = (
  scored: Scored,
  settings: UncertaintySettings = scored.recipe.uncertainty,
  {
    from,
    to,
    rows = { start: 0, end: scored.blocks.rows },
    columnsOf = columnsUnder(scored),
    onReplication,
  }: Part = { from: 0, to: settings.replications },
): Replications => {
  const { plan } = scored;
  const count = to - from;
  const { run, blocks } = scoreUnder(scored, { columnsOf, rows });
  const ranks = new Map(plan.nodes.map(({ code }) => [code, new Uint16Array(count * blocks.rows)]));
  const leftOut = settings.leaveOneOut ? [null, ...plan.leaves] : [];
  const imputations = imputationsOf({ recipe: scored.recipe, settings });
  const out = new Uint32Array(blocks.rows);
  const scratch = new Float64Array(blocks.perYear);

  for (let r = from; r < to; r++) {
    const stream = randomStream(settings.seed, r);
    // The order of the draws is part of every edition; a factor that is not varied draws nothing.
    const drawn = run({
      winmax: pick(settings.winmax, stream),
      normalisation: pick(settings.normalisation, stream),
      rootAggregation: pick(settings.aggregation, stream),
      leftOut: pick(leftOut, stream),
      imputation: pick(imputations, stream),
      parentDraw: settings.imputation?.parentDraw ? stream : null,
      standardErrors: settings.standardErrors ? stream : null,
      weights: (own) => drawWeights(own, settings.weights, stream),
    });
    drawn.plan.nodes.forEach(({ code }, index) => {
      const column = drawn.slots[drawn.plan.leaves.length + index];
      const target = ranks.get(code);
      if (!column || !target) return;
      target.set(rankBlocks(column, blocks, out, scratch), (r - from) * blocks.rows);
    });
    onReplication?.();
  }
  return {
    seed: settings.seed,
    count,
    level: settings.level,
    factors: factorsOf(scored, settings, columnsOf),
    rows,
    ranks,
  };
};

/** Joins replications of the same rows that follow one another. */
export const joinReplications = (parts: readonly Replications[]): Replications => {
  const [first] = parts;
  if (!first) throw new RangeError('there is nothing to join');
  if (parts.length === 1) return first;
  const ranks = new Map<string, Uint16Array<ArrayBuffer>>();
  for (const node of first.ranks.keys()) {
    const lists = parts.map((part) => part.ranks.get(node) ?? new Uint16Array(0));
    const joined = new Uint16Array(lists.reduce((length, list) => length + list.length, 0));
    let at = 0;
    for (const list of lists) {
      joined.set(list, at);
      at += list.length;
    }
    ranks.set(node, joined);
  }
  return { ...first, count: parts.reduce((count, part) => count + part.count, 0), ranks };
};
