import { type PlanNode, slotCodes } from '../plan';
import type { Aggregation } from '../recipe';
import type { Scored } from '../score';
import { type BalancedWeights, balancedWeights } from './balanced-weights';
import { type Correlation, correlation } from './correlation';
import { type CronbachAlpha, cronbachAlpha } from './cronbach-alpha';
import { type LeftOut, leaveOneOut } from './leave-one-out';
import { type PrincipalComponents, principalComponents } from './principal-components';

type Pair = { a: string; b: string } & Correlation;

type NodeStatistics = {
  code: string;
  /** Whether the children measure one thing. */
  alpha: CronbachAlpha;
  /** Weights of equal influence, beside those that are given; only of a weighted sum. */
  balanced: BalancedWeights | { kind: 'not-a-sum'; aggregation: Aggregation['kind'] };
  children: {
    code: string;
    /** Share of the node's weight. */
    weight: number;
    /** Of the child's scores with the node's: how much of it is heard in the node. */
    correlation: Correlation;
  }[];
};

/** What the figures of one year say of the index itself: a diagnosis, never a weighting. */
export type Statistics = {
  year: number;
  /** The indicators the index uses, which loadings and pairs name. */
  indicators: string[];
  /** Of normalised indicators: positive where being better at one goes with being better at the other. */
  pairs: Pair[];
  /** Pairs so alike that the index counts one thing twice. */
  doubleCounted: { a: string; b: string; r: number; n: number }[];
  /** Nodes with several children, the root first. */
  nodes: NodeStatistics[];
  components: PrincipalComponents;
  /** What becomes of the ranks without an indicator or a node, over all years of a panel. */
  leftOut: LeftOut[];
};

/** |r| from which, as it is printed with two digits, a pair is warned of. */
const DOUBLE = 0.9;

const isDouble = (r: number): boolean => Math.round(Math.abs(r) * 100) / 100 >= DOUBLE;

/**
 * The statistics of a scored index in one of its years: correlations with a warning of double
 * counting, Cronbach's α and balanced weights by node, principal components of the indicators, and
 * how far ranks move when one is left out.
 * @param year one of the scored years
 */
export const statisticsOf = (scored: Scored, year: number): Statistics => {
  const { plan, slots, table, blocks } = scored;
  const start = table.rows.findIndex((row) => row.year === year);
  if (start < 0) throw new RangeError(`no year ${year}`);
  const codes = slotCodes(plan);
  const column = (slot: number): Float64Array =>
    slots[slot]?.subarray(start, start + blocks.perYear) ?? new Float64Array(0);
  const leaves = plan.leaves.map((_, slot) => column(slot));
  const pairs = plan.leaves.flatMap((a, i) =>
    plan.leaves.slice(i + 1).map((b, k): Pair => {
      const [x, y] = [leaves[i] ?? [], leaves[i + 1 + k] ?? []];
      return { a, b, ...correlation(x, y) };
    }),
  );
  const nodeOf = (node: PlanNode, index: number): NodeStatistics => {
    const columns = node.children.map(column);
    const own = column(plan.leaves.length + index);
    const weights = node.children.map((_, k) => plan.weights[node.firstWeight + k] ?? 0);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const { kind } = node.aggregation;
    return {
      code: node.code,
      alpha: cronbachAlpha(columns),
      balanced:
        kind === 'arithmetic' ? balancedWeights(columns) : { kind: 'not-a-sum', aggregation: kind },
      children: node.children.map((slot, k) => ({
        code: codes[slot] ?? '',
        weight: sum === 0 ? 0 : (weights[k] ?? 0) / sum,
        correlation: correlation(columns[k] ?? [], own),
      })),
    };
  };
  return {
    year,
    indicators: [...plan.leaves],
    pairs,
    doubleCounted: pairs.flatMap((pair) =>
      pair.kind === 'correlated' && isDouble(pair.r)
        ? [{ a: pair.a, b: pair.b, r: pair.r, n: pair.n }]
        : [],
    ),
    nodes: plan.nodes
      .map(nodeOf)
      .filter(({ children }) => children.length > 1)
      .reverse(),
    components: principalComponents(leaves),
    leftOut: leaveOneOut(scored),
  };
};
