import { aggregate, type Blocks, newSlots, type Slots } from './aggregate';
import { drawCells, errorCells, parentCells } from './draw-cells';
import { normalise } from './normalise';
import { compilePlan, type Plan } from './plan';
import type { RandomStream } from './random-stream';
import type { Aggregation, ImputationStep, Normalisation } from './recipe';
import type { Scored } from './score';
import type { Table } from './table';
import { treat } from './treat';

/** One set of assumptions; null leaves the recipe's own. */
export type Assumptions = {
  /** In points; only where the recipe treats outliers at all. */
  winmax: number | null;
  normalisation: Normalisation | null;
  rootAggregation: Aggregation | null;
  /** An indicator that is left out of the tree. */
  leftOut: string | null;
  imputation: readonly ImputationStep[] | null;
  /** Draws around what stands in from a parent. */
  parentDraw: RandomStream | null;
  /** Draws around figures whose standard error is known. */
  standardErrors: RandomStream | null;
  /** Weights in the order of the plan's. */
  weights: (plan: Plan) => Float64Array;
};

type Columns = readonly (Float64Array | null)[];
type Variant = { plan: Plan; slots: Slots };
type Rows = { start: number; end: number };

/** A value per key, made when it is first asked for. */
const keeping = <T>() => {
  const kept = new Map<string, T>();
  return (key: string, make: () => T): T => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    return made;
  };
};

/**
 * Normalised columns under other assumptions. What does not change between runs is computed once;
 * only where cells are drawn everything after the imputation is computed anew.
 */
export const columnsUnder = (scored: Scored) => {
  const { recipe, prepared } = scored;
  const tables = keeping<Table>();
  const kept = keeping<Columns>();
  const cells = keeping<ReturnType<typeof errorCells>>();

  const columnsOf = (
    assumptions: Pick<Assumptions, 'winmax' | 'normalisation'> & Partial<Assumptions>,
  ): { columns: Columns; isKept: boolean } => {
    const { winmax, normalisation, imputation, parentDraw, standardErrors } = assumptions;
    const points = recipe.treatment ? winmax : null;
    const filling = imputation ? JSON.stringify(imputation) : '';
    const table = imputation
      ? tables(filling, () => prepared.imputedBy(imputation))
      : prepared.table;
    const treatment =
      points === null || !recipe.treatment
        ? recipe.treatment
        : { ...recipe.treatment, winmax: { points } };
    const compute = (from: Table): Columns => {
      const treated = treat(recipe, from, { treatment, normalisation });
      return normalise(recipe, treated.table, normalisation).columns;
    };
    const ofParents = parentDraw
      ? cells(`parents ${filling}`, () => parentCells(table, prepared.hierarchy))
      : [];
    const ofErrors = standardErrors ? cells(`errors ${filling}`, () => errorCells(table)) : [];
    if (ofParents.length + ofErrors.length === 0) {
      const key = JSON.stringify([points, normalisation, filling]);
      return { columns: kept(key, () => compute(table)), isKept: true };
    }
    let drawn = table;
    if (parentDraw) drawn = drawCells(drawn, ofParents, parentDraw);
    if (standardErrors) drawn = drawCells(drawn, ofErrors, standardErrors);
    return { columns: compute(drawn), isKept: false };
  };
  return columnsOf;
};

/**
 * Scores the same prepared table under other assumptions. The columns of nodes are overwritten by
 * the next run.
 * @param rows only these; whole years, since the units of a year are compared with one another
 */
export const scoreUnder = (
  scored: Scored,
  {
    columnsOf = columnsUnder(scored),
    rows = { start: 0, end: scored.blocks.rows },
  }: { columnsOf?: ReturnType<typeof columnsUnder>; rows?: Rows } = {},
) => {
  const { recipe, prepared } = scored;
  const { indicators } = prepared.table;
  const blocks: Blocks = { rows: rows.end - rows.start, perYear: scored.blocks.perYear };
  const variants = keeping<Variant>();
  const plans = keeping<Plan>();
  // Every variant writes its nodes into the same columns: there may be hundreds of variants.
  const pool: Float64Array[] = [];

  const variantOf = (columns: Columns, leftOut: string | null): Variant => {
    const usable = indicators.filter((code, j) => columns[j] && code !== leftOut);
    const leaves = indicators.flatMap((code, j) => {
      const column = columns[j];
      return column && code !== leftOut ? [column.subarray(rows.start, rows.end)] : [];
    });
    const plan = plans(usable.join(' '), () => compilePlan(recipe, new Set(usable)).plan);
    while (pool.length < plan.nodes.length) pool.push(new Float64Array(blocks.rows));
    return { plan, slots: newSlots(plan, leaves, blocks.rows, pool) };
  };

  const run = (assumptions: Assumptions): Variant => {
    const { columns, isKept } = columnsOf(assumptions);
    const { winmax, normalisation, leftOut, imputation } = assumptions;
    const make = () => variantOf(columns, leftOut);
    const variant = isKept
      ? variants(JSON.stringify([winmax, normalisation, leftOut, imputation]), make)
      : make();
    const { plan, slots } = variant;
    const weights = assumptions.weights(plan);
    aggregate(plan, slots, blocks, weights, assumptions.rootAggregation ?? undefined);
    return variant;
  };
  return { run, blocks };
};
