import { copeland } from './copeland';
import type { MissingReason } from './notice';
import type { Plan, PlanNode } from './plan';
import type { Aggregation } from './recipe';

/** A column per slot of the plan: leaves given, nodes filled by `aggregate`. */
export type Slots = Float64Array[];

/** @param pool columns to fill for the nodes, instead of new ones */
export const newSlots = (
  plan: Plan,
  leaves: readonly Float64Array[],
  rows: number,
  pool: readonly Float64Array[] = [],
): Slots => [...leaves, ...plan.nodes.map((_, index) => pool[index] ?? new Float64Array(rows))];

/** Of a recipe that was parsed, which has every floor. */
const floorOf = (aggregation: Aggregation): number | null =>
  'floor' in aggregation ? (aggregation.floor ?? null) : null;

/** Values a mean of that kind cannot take. */
const isRefused = (aggregation: Aggregation, value: number): boolean => {
  switch (aggregation.kind) {
    case 'geometric':
    case 'harmonic':
      return value <= 0;
    case 'generalised':
      return aggregation.power > 0 ? value < 0 : value <= 0;
    default:
      return false;
  }
};

type Mean = { toSum: (x: number) => number; fromMean: (m: number) => number };

const identity = (x: number) => x;
const inverse = (x: number) => 1 / x;

const meanOf = (aggregation: Aggregation): Mean => {
  switch (aggregation.kind) {
    case 'geometric':
      return { toSum: Math.log, fromMean: Math.exp };
    case 'harmonic':
      return { toSum: inverse, fromMean: inverse };
    case 'generalised': {
      const p = aggregation.power;
      return p === 0
        ? { toSum: Math.log, fromMean: Math.exp }
        : { toSum: (x) => x ** p, fromMean: (m) => m ** (1 / p) };
    }
    default:
      return { toSum: identity, fromMean: identity };
  }
};

const isBelow = (have: number, of: number, threshold: readonly [number, number]): boolean =>
  have === 0 || have * threshold[1] < threshold[0] * of;

/** The units of one year are compared with one another; `rows` is their number per year. */
export type Blocks = { rows: number; perYear: number };

const countPresent = (children: readonly Float64Array[], row: number): number => {
  let have = 0;
  for (let q = 0; q < children.length; q++) {
    if (!Number.isNaN(children[q]?.[row] ?? Number.NaN)) have++;
  }
  return have;
};

const aggregateNode = (
  node: PlanNode,
  children: readonly Float64Array[],
  weights: Float64Array,
  blocks: Blocks,
  out: Float64Array,
): void => {
  const { aggregation, threshold } = node;
  if (aggregation.kind === 'copeland') {
    out.fill(Number.NaN);
    for (let start = 0; start < blocks.rows; start += blocks.perYear) {
      const eligible: number[] = [];
      for (let row = start; row < start + blocks.perYear; row++) {
        const have = countPresent(children, row);
        if (!isBelow(have, children.length, threshold)) eligible.push(row);
      }
      copeland({
        columns: children,
        weights,
        eligible,
        minJointWeight: aggregation.minJointWeight,
        out,
      });
    }
    return;
  }
  const floor = floorOf(aggregation);
  const { toSum, fromMean } = meanOf(aggregation);
  for (let row = 0; row < blocks.rows; row++) {
    let have = 0;
    let sum = 0;
    let weight = 0;
    let refused = false;
    for (let q = 0; q < children.length; q++) {
      let x = children[q]?.[row] ?? Number.NaN;
      if (Number.isNaN(x)) continue;
      const w = weights[q] ?? 0;
      have++;
      if (w === 0) continue;
      if (floor !== null && x < floor) x = floor;
      if (isRefused(aggregation, x)) refused = true;
      sum += w * toSum(x);
      weight += w;
    }
    const mean =
      refused || weight === 0 || isBelow(have, children.length, threshold)
        ? Number.NaN
        : fromMean(sum / weight);
    out[row] = Number.isFinite(mean) ? mean : Number.NaN;
  }
};

/**
 * Step 7: fills the node columns of `slots`, children before parents. Sums run in the order of
 * codes. Missing children drop with their weight; a node is missing (NaN inside the engine) when
 * the share of its children that are there, by count, is below its threshold.
 *
 * Arithmetic `Σwx/Σw`, geometric `exp(Σw ln x/Σw)`, harmonic `Σw/Σ(w/x)`, generalised
 * `(Σw x^p/Σw)^{1/p}`; geometric, harmonic and generalised clamp children to their floor.
 */
export const aggregate = (
  plan: Plan,
  slots: Slots,
  blocks: Blocks,
  weights: Float64Array = plan.weights,
  rootAggregation?: Aggregation,
): void => {
  const leaves = plan.leaves.length;
  plan.nodes.forEach((node, index) => {
    const out = slots[leaves + index];
    if (!out) throw new RangeError(`no column for node ${node.code}`);
    const children = node.children.map((slot) => slots[slot] ?? new Float64Array(0));
    const own = weights.subarray(node.firstWeight, node.firstWeight + children.length);
    const instead = node.level === 0 && rootAggregation;
    aggregateNode(instead ? { ...node, aggregation: instead } : node, children, own, blocks, out);
  });
};

/** Why a node has no value in a row; null where it has one. */
export const whyMissing = (
  plan: Plan,
  slots: Slots,
  { node, row, codes }: { node: PlanNode; row: number; codes: readonly string[] },
): MissingReason | null => {
  const children = node.children.map((slot, k) => ({
    code: codes[slot] ?? '',
    value: slots[slot]?.[row] ?? Number.NaN,
    weight: plan.weights[node.firstWeight + k] ?? 0,
  }));
  const present = children.filter(({ value }) => !Number.isNaN(value));
  const { threshold } = node;
  if (isBelow(present.length, children.length, threshold)) {
    return { kind: 'below-threshold', have: present.length, of: children.length, threshold };
  }
  const weighing = present.filter(({ weight }) => weight > 0);
  if (weighing.length === 0) return { kind: 'no-weight' };
  const floor = floorOf(node.aggregation);
  const refused = weighing.find(({ value }) =>
    isRefused(node.aggregation, floor === null ? value : Math.max(floor, value)),
  );
  if (refused) return { kind: 'non-positive', child: refused.code, value: refused.value };
  const own = slots[plan.leaves.length + plan.nodes.indexOf(node)]?.[row] ?? Number.NaN;
  return Number.isNaN(own) ? { kind: 'overflow' } : null;
};

/** The children that were clamped to a node's floor in a row. */
export const clampedChildren = (
  slots: Slots,
  { node, row, codes }: { node: PlanNode; row: number; codes: readonly string[] },
): { child: string; value: number; floor: number }[] => {
  const floor = floorOf(node.aggregation);
  if (floor === null) return [];
  return node.children.flatMap((slot) => {
    const value = slots[slot]?.[row] ?? Number.NaN;
    return value < floor ? [{ child: codes[slot] ?? '', value, floor }] : [];
  });
};
