import { slotCodes } from '../plan';
import type { Scored } from '../score';

export type Contributions =
  | {
      kind: 'additive';
      score: number;
      leaves: { code: string; value: number; weight: number; points: number }[];
    }
  | { kind: 'not-additive'; node: string }
  | { kind: 'missing' };

/**
 * What each indicator gives to a unit's score: weight (after missing children dropped out, down
 * the tree) × value. They sum to the score, where every node in use is arithmetic.
 */
export const contributions = (scored: Scored, row: number): Contributions => {
  const { plan, slots } = scored;
  const codes = slotCodes(plan);
  const value = (slot: number) => slots[slot]?.[row] ?? Number.NaN;
  const root = codes.length - 1;
  if (Number.isNaN(value(root))) return { kind: 'missing' };
  const leaves: { code: string; value: number; weight: number; points: number }[] = [];
  let other: string | null = null;
  const visit = (slot: number, weight: number): void => {
    const node = plan.nodes[slot - plan.leaves.length];
    if (!node) {
      const x = value(slot);
      leaves.push({ code: codes[slot] ?? '', value: x, weight, points: weight * x });
      return;
    }
    if (node.aggregation.kind !== 'arithmetic' && node.children.length > 1) other ??= node.code;
    const present = node.children
      .map((child, k) => ({ child, w: plan.weights[node.firstWeight + k] ?? 0 }))
      .filter(({ child }) => !Number.isNaN(value(child)));
    const sum = present.reduce((total, { w }) => total + w, 0);
    for (const { child, w } of present) visit(child, (weight * w) / sum);
  };
  visit(root, 1);
  if (other !== null) return { kind: 'not-additive', node: other };
  return { kind: 'additive', score: value(root), leaves };
};
