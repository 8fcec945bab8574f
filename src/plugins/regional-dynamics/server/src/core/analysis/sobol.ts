import { drawWeights } from '../draw-weights';
import { type RandomStream, randomStream } from '../random-stream';
import { rankBlocks, type Scored } from '../score';
import { columnsUnder, scoreUnder } from '../score-under';
import { percentile } from '../statistics';
import { type Factor, factorsOf, imputationsOf, type UncertaintySettings } from '../uncertainty';

type SobolIndex = {
  factor: Factor['name'];
  inert: boolean;
  /** Share of the variance of the mean rank shift by this factor alone. */
  first: number;
  firstRange: [number, number];
  /** … and with all its interactions. */
  total: number;
  totalRange: [number, number];
};

export type Sobol =
  | { kind: 'decomposed'; indices: SobolIndex[]; meanShift: number; variance: number; n: number }
  | { kind: 'no-factor' }
  /** No sample moved a rank, or all moved them equally: there is nothing to explain. */
  | { kind: 'no-variance'; meanShift: number };

const option = <T>(options: readonly T[], u: number): T | null =>
  options[Math.min(options.length - 1, Math.floor(u * options.length))] ?? null;

/** `R̄ = (1/M) Σ|Rank_ref − Rank|` over the M units ranked in both. */
const meanShift = (reference: Uint32Array, ranks: Uint32Array): number => {
  let sum = 0;
  let both = 0;
  for (let row = 0; row < reference.length; row++) {
    const [a, b] = [reference[row] ?? 0, ranks[row] ?? 0];
    if (a === 0 || b === 0) continue;
    sum += Math.abs(a - b);
    both++;
  }
  return both === 0 ? 0 : sum / both;
};

type Sample = { a: number[]; b: number[]; ab: number[][] };

const indicesOf = ({ a, b, ab }: Sample, rows: readonly number[]) => {
  const at = (list: readonly number[] | undefined, r: number) => list?.[r] ?? Number.NaN;
  const pooled = rows.flatMap((r) => [at(a, r), at(b, r)]);
  const mean = pooled.reduce((sum, y) => sum + y, 0) / pooled.length;
  const variance = pooled.reduce((sum, y) => sum + (y - mean) ** 2, 0) / pooled.length;
  const n = rows.length;
  return {
    mean,
    variance,
    indices: ab.map((mixed) => ({
      first:
        rows.reduce((sum, r) => sum + (at(b, r) - mean) * (at(mixed, r) - at(a, r)), 0) /
        (n * variance),
      total: rows.reduce((sum, r) => sum + (at(a, r) - at(mixed, r)) ** 2, 0) / (2 * n * variance),
    })),
  };
};

/**
 * Sobol' indices of first and total order of the mean rank shift (Saltelli 2010, Jansen 1999):
 * `S_i = mean(y_B (y_ABi − y_A))/V`, `S_Ti = Σ(y_A − y_ABi)²/(2NV)`, V over A and B. y is measured from its
 * mean, which leaves the expectation of S_i alone and takes most of its sampling error. Each factor
 * is a function of its own uniform only. Ranges are 90 % of bootstrap resamples; small negatives
 * are shown as they are. Costs N·(k+2) scorings.
 */
export const sobol = (
  scored: Scored,
  {
    n = 500,
    resamples = 200,
    settings = scored.recipe.uncertainty,
  }: {
    n?: number;
    resamples?: number;
    settings?: UncertaintySettings;
  } = {},
): Sobol => {
  const columnsOf = columnsUnder(scored);
  const factors = factorsOf(scored, settings, columnsOf);
  if (factors.length === 0) return { kind: 'no-factor' };
  const { run } = scoreUnder(scored, { columnsOf });
  const { blocks, plan } = scored;
  const reference = scored.ranks.at(-1) ?? new Uint32Array(0);
  const leftOut = [null, ...plan.leaves];
  const imputations = imputationsOf({ recipe: scored.recipe, settings });
  const empty = new Float64Array(blocks.rows).fill(Number.NaN);
  const out = new Uint32Array(blocks.rows);
  const scratch = new Float64Array(blocks.perYear);

  const evaluate = (uniforms: readonly number[]): number => {
    const u = (name: Factor['name']): number | null =>
      uniforms[factors.findIndex((factor) => factor.name === name)] ?? null;
    const chosen = <T>(name: Factor['name'], options: readonly T[]): T | null => {
      const own = u(name);
      return own === null ? null : option(options, own);
    };
    /** A factor that draws many numbers draws them from a stream of its own uniform. */
    const streamOf = (name: Factor['name']): RandomStream | null => {
      const own = u(name);
      return own === null ? null : randomStream(settings.seed, Math.floor(own * 2 ** 31));
    };
    const weights = streamOf('weights');
    const { slots } = run({
      winmax: chosen('winmax', settings.winmax),
      normalisation: chosen('normalisation', settings.normalisation),
      rootAggregation: chosen('aggregation', settings.aggregation),
      leftOut: chosen('leave-one-out', leftOut),
      imputation: chosen('imputation', imputations),
      parentDraw: streamOf('parent-draw'),
      standardErrors: streamOf('standard-errors'),
      weights: (own) =>
        weights === null ? own.weights : drawWeights(own, settings.weights, weights),
    });
    return meanShift(reference, rankBlocks(slots.at(-1) ?? empty, blocks, out, scratch));
  };

  const sample: Sample = { a: [], b: [], ab: factors.map(() => []) };
  for (let r = 0; r < n; r++) {
    const { uniform } = randomStream(settings.seed, r);
    const rowA = factors.map(() => uniform());
    const rowB = factors.map(() => uniform());
    sample.a.push(evaluate(rowA));
    sample.b.push(evaluate(rowB));
    factors.forEach((_, i) => {
      sample.ab[i]?.push(evaluate(rowA.map((x, k) => (k === i ? (rowB[k] ?? x) : x))));
    });
  }
  const all = Array.from({ length: n }, (_, r) => r);
  const whole = indicesOf(sample, all);
  if (!(whole.variance > 0)) return { kind: 'no-variance', meanShift: whole.mean };

  const { uniform } = randomStream(settings.seed, 0x7fffffff);
  const again = Array.from({ length: resamples }, () =>
    indicesOf(
      sample,
      all.map(() => Math.floor(uniform() * n)),
    ),
  ).filter(({ variance }) => variance > 0);
  const range = (values: number[], own: number): [number, number] => [
    percentile(values, 0.05) ?? own,
    percentile(values, 0.95) ?? own,
  ];
  return {
    kind: 'decomposed',
    n,
    meanShift: whole.mean,
    variance: whole.variance,
    indices: whole.indices.map(({ first, total }, i) => ({
      factor: factors[i]?.name ?? 'weights',
      inert: factors[i]?.inert ?? false,
      first,
      firstRange: range(
        again.flatMap(({ indices }) => indices[i]?.first ?? []),
        first,
      ),
      total,
      totalRange: range(
        again.flatMap(({ indices }) => indices[i]?.total ?? []),
        total,
      ),
    })),
  };
};
