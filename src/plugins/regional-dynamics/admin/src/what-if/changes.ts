import { codeOf, type Draft, type DraftNode, isLeaf } from '../recipe/draft';
import { nodesOf, weightOf } from '../recipe/tree-edits';

/** What one changes of an edition; nothing of it is saved. */
export type Changes = {
  weights: Record<string, number>;
  aggregation: string;
  normalisation: string;
  leaveOut: string[];
  /** By region, then indicator. */
  figures: Record<string, Record<string, number | null>>;
};

/** Leaves the edition's own rule. */
export const AS_EDITION = 'edition';

export const UNCHANGED: Changes = {
  weights: {},
  aggregation: AS_EDITION,
  normalisation: AS_EDITION,
  leaveOut: [],
  figures: {},
};

/** The changes as the route takes them. */
export const changesBody = ({
  weights,
  aggregation,
  normalisation,
  leaveOut,
  figures,
}: Changes): Record<string, unknown> => ({
  weights,
  leaveOut,
  ...(aggregation === AS_EDITION ? {} : { aggregation: [{ kind: aggregation }] }),
  ...(normalisation === AS_EDITION ? {} : { normalisation: { kind: normalisation } }),
  figures: Object.entries(figures).flatMap(([unit, cells]) =>
    Object.entries(cells).map(([indicator, value]) => ({ unit, indicator, value })),
  ),
});

type WeightGroup = {
  node: DraftNode;
  children: { code: string; child: DraftNode['children'][number]; weight: number; share: number }[];
};

/** Nodes with several children: there weights matter. */
export const weightGroups = (recipe: Draft, { weights, leaveOut }: Changes): WeightGroup[] =>
  nodesOf(recipe.tree)
    .map(({ node }) => {
      const kept = node.children.filter(
        (child) => !(isLeaf(child) && leaveOut.includes(child.indicator)),
      );
      const own = kept.map((child) => ({
        child,
        code: codeOf(child),
        weight: weights[codeOf(child)] ?? weightOf(child, recipe.weighting ?? 'given'),
      }));
      const sum = own.reduce((total, { weight }) => total + weight, 0);
      return {
        node,
        children: own.map((one) => ({ ...one, share: sum === 0 ? 0 : one.weight / sum })),
      };
    })
    .filter(({ children }) => children.length > 1);
