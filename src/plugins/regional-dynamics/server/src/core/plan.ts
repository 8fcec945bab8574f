import { compareCodes } from './compare-codes';
import type { Notice } from './notice';
import { type Aggregation, isLeaf, type Recipe, type RecipeNode } from './recipe';

export type PlanNode = {
  code: string;
  /** 0 is the root. */
  level: number;
  /** Slots of the children, in the order of their codes. */
  children: readonly number[];
  /** Where this node's children begin in the list of weights. */
  firstWeight: number;
  aggregation: Aggregation;
  threshold: readonly [number, number];
};

/**
 * The tree laid flat. A slot holds a column of values: first the leaves, then the nodes, children
 * before parents, the root last.
 */
export type Plan = {
  leaves: readonly string[];
  nodes: readonly PlanNode[];
  /** One weight per child, in the order of nodes and children. */
  weights: Float64Array;
  /** The code of the child each weight belongs to. */
  weightCodes: readonly string[];
};

export const slotCodes = (plan: Plan): string[] => [
  ...plan.leaves,
  ...plan.nodes.map((node) => node.code),
];

/**
 * Compiles the recipe's tree over the indicators that can be used. An excluded indicator leaves
 * the tree; a node that loses all its children leaves it too, with a notice.
 */
export const compilePlan = (
  recipe: Recipe,
  usable: ReadonlySet<string>,
): { plan: Plan; notices: Notice[] } => {
  const notices: Notice[] = [];
  const leaves = leavesOf(recipe.tree)
    .filter((code) => usable.has(code))
    .sort(compareCodes);
  const leafSlot = new Map(leaves.map((code, index) => [code, index]));
  const nodes: PlanNode[] = [];
  const weights: number[] = [];
  const weightCodes: string[] = [];
  const deepest = recipe.aggregation.length - 1;

  const visit = (node: RecipeNode, level: number): number | null => {
    const children: { code: string; slot: number; weight: number }[] = [];
    for (const child of node.children) {
      const code = isLeaf(child) ? child.indicator : child.code;
      const slot = isLeaf(child) ? (leafSlot.get(code) ?? null) : visit(child, level + 1);
      if (slot === null) continue;
      const unset = recipe.weighting === 'budget' ? 0 : 1;
      children.push({ code, slot, weight: child.weight ?? unset });
    }
    if (children.length === 0) {
      notices.push({ kind: 'node-excluded', node: node.code });
      return null;
    }
    children.sort((a, b) => compareCodes(a.code, b.code));
    const aggregation = node.aggregation ??
      recipe.aggregation[Math.min(level, deepest)] ?? { kind: 'arithmetic' };
    nodes.push({
      code: node.code,
      level,
      children: children.map(({ slot }) => slot),
      firstWeight: weights.length,
      aggregation,
      threshold: node.threshold ?? recipe.threshold,
    });
    for (const { code, weight } of children) {
      weights.push(weight);
      weightCodes.push(code);
    }
    return leaves.length + nodes.length - 1;
  };
  visit(recipe.tree, 0);
  return { plan: { leaves, nodes, weights: Float64Array.from(weights), weightCodes }, notices };
};

/** Codes of all indicators under a node. */
export const leavesOf = (node: RecipeNode): string[] =>
  node.children.flatMap((child) => (isLeaf(child) ? [child.indicator] : leavesOf(child)));

/** Effective weight of every slot: the product of its shares from the root down. */
export const effectiveWeights = (plan: Plan): Map<string, number> => {
  const codes = slotCodes(plan);
  const shares = new Map<string, number>();
  const root = plan.nodes.at(-1);
  if (!root) return shares;
  shares.set(root.code, 1);
  for (const node of [...plan.nodes].reverse()) {
    const own = shares.get(node.code) ?? 0;
    const list = [
      ...plan.weights.subarray(node.firstWeight, node.firstWeight + node.children.length),
    ];
    const sum = list.reduce((total, weight) => total + weight, 0);
    node.children.forEach((slot, k) => {
      shares.set(codes[slot] ?? '', sum === 0 ? 0 : (own * (list[k] ?? 0)) / sum);
    });
  }
  return shares;
};
