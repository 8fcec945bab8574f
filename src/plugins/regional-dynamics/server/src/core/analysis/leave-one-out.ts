import { aggregate, newSlots } from '../aggregate';
import { compilePlan, leavesOf } from '../plan';
import { isLeaf, type RecipeNode } from '../recipe';
import { rankBlocks, type Scored } from '../score';

export type LeftOut =
  | { kind: 'compared'; code: string; meanShift: number; maxShift: number; unranked: number }
  | { kind: 'nothing-left'; code: string };

const branches = (node: RecipeNode): { code: string; leaves: string[] }[] =>
  node.children.flatMap((child) =>
    isLeaf(child)
      ? [{ code: child.indicator, leaves: [child.indicator] }]
      : [{ code: child.code, leaves: leavesOf(child) }, ...branches(child)],
  );

/**
 * How much the ranking hangs on each indicator and node: mean and largest |Δrank| of the units
 * ranked with and without it, and how many are ranked no more.
 */
export const leaveOneOut = (scored: Scored): LeftOut[] => {
  const { recipe, plan, slots, blocks, ranks } = scored;
  const reference = ranks.at(-1) ?? new Uint32Array(0);
  return branches(recipe.tree)
    .filter(({ leaves }) => leaves.some((code) => plan.leaves.includes(code)))
    .map(({ code, leaves }): LeftOut => {
      const usable = new Set(plan.leaves.filter((leaf) => !leaves.includes(leaf)));
      if (usable.size === 0) return { kind: 'nothing-left', code };
      const reduced = compilePlan(recipe, usable).plan;
      const columns = reduced.leaves.map(
        (leaf) => slots[plan.leaves.indexOf(leaf)] ?? new Float64Array(blocks.rows),
      );
      const without = newSlots(reduced, columns, blocks.rows);
      aggregate(reduced, without, blocks);
      const shifted = rankBlocks(without.at(-1) ?? new Float64Array(blocks.rows), blocks);
      const shifts: number[] = [];
      let unranked = 0;
      reference.forEach((rank, row) => {
        const other = shifted[row] ?? 0;
        if (rank === 0) return;
        if (other === 0) unranked++;
        else shifts.push(Math.abs(other - rank));
      });
      const sum = shifts.reduce((total, shift) => total + shift, 0);
      return {
        kind: 'compared',
        code,
        meanShift: shifts.length === 0 ? 0 : sum / shifts.length,
        maxShift: Math.max(0, ...shifts),
        unranked,
      };
    });
};
