import { aggregate, newSlots, type Slots } from './aggregate';
import { normalise } from './normalise';
import { compilePlan, type Plan } from './plan';
import type { Aggregation, Normalisation } from './recipe';
import type { Scored } from './score';
import { treat } from './treat';

/** One set of assumptions; null leaves the recipe's own. */
export type Assumptions = {
  /** In points; only where the recipe treats outliers at all. */
  winmax: number | null;
  normalisation: Normalisation | null;
  rootAggregation: Aggregation | null;
  /** An indicator that is left out of the tree. */
  leftOut: string | null;
  /** Weights in the order of the plan's. */
  weights: (plan: Plan) => Float64Array;
};

type Columns = readonly (Float64Array | null)[];
type Variant = { plan: Plan; slots: Slots };

/**
 * Scores the same prepared table under other assumptions. What does not change between runs
 * (treated and normalised columns, plans) is computed once; the columns of nodes are overwritten
 * by the next run.
 */
export const scoreUnder = (scored: Scored) => {
  const { recipe, prepared, blocks } = scored;
  const columnsKept = new Map<string, Columns>();
  const variants = new Map<string, Variant>();

  const columnsOf = ({
    winmax,
    normalisation,
  }: Pick<Assumptions, 'winmax' | 'normalisation'>): Columns => {
    const points = recipe.treatment ? winmax : null;
    const key = JSON.stringify([points, normalisation]);
    const known = columnsKept.get(key);
    if (known) return known;
    const treatment =
      points === null || !recipe.treatment
        ? recipe.treatment
        : { ...recipe.treatment, winmax: { points } };
    const { table } = treat(recipe, prepared.table, treatment);
    const { columns } = normalise(recipe, table, normalisation ?? undefined);
    columnsKept.set(key, columns);
    return columns;
  };

  const variantOf = (assumptions: Assumptions): Variant => {
    const { winmax, normalisation, leftOut } = assumptions;
    const key = JSON.stringify([winmax, normalisation, leftOut]);
    const known = variants.get(key);
    if (known) return known;
    const columns = columnsOf(assumptions);
    const { indicators } = prepared.table;
    const usable = new Set(indicators.filter((code, j) => columns[j] && code !== leftOut));
    const leaves = indicators.flatMap((code, j) => {
      const column = columns[j];
      return column && usable.has(code) ? [column] : [];
    });
    const { plan } = compilePlan(recipe, usable);
    const variant = { plan, slots: newSlots(plan, leaves, blocks.rows) };
    variants.set(key, variant);
    return variant;
  };

  return {
    columnsOf,
    run: (assumptions: Assumptions): Variant => {
      const variant = variantOf(assumptions);
      const { plan, slots } = variant;
      aggregate(
        plan,
        slots,
        blocks,
        assumptions.weights(plan),
        assumptions.rootAggregation ?? undefined,
      );
      return variant;
    },
  };
};
