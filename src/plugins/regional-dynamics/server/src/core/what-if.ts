import { z } from 'zod';
import type { Observation } from './observation';
import {
  aggregationSchema,
  isAsObserved,
  isLeaf,
  normalisationSchema,
  type Recipe,
  type RecipeLeaf,
  type RecipeNode,
} from './recipe';
import { cellsInOrder, type Result } from './result';

const code = z.string().min(1).max(80);

/** What one may change of an edition to see what it would do to the ranks. */
export const whatIfSchema = z.strictObject({
  /** Weights of nodes and indicators among their siblings, by code. */
  weights: z.record(code, z.number().min(0).max(1_000_000)).default({}),
  /** From the root down, as in a recipe. */
  aggregation: z.array(aggregationSchema).min(1).max(20).optional(),
  normalisation: normalisationSchema.optional(),
  /** Indicators that are left out of the tree. */
  leaveOut: z.array(code).max(500).default([]),
  /** Figures in place of those of the edition's (last) year. */
  figures: z
    .array(z.strictObject({ unit: code, indicator: code, value: z.number().nullable() }))
    .max(1000)
    .default([]),
});

export type WhatIf = z.infer<typeof whatIfSchema>;

type Child = RecipeNode | RecipeLeaf;

const codeOf = (child: Child): string => (isLeaf(child) ? child.indicator : child.code);

const changeNode = (node: RecipeNode, change: (child: Child) => Child | null): RecipeNode => ({
  ...node,
  children: node.children.flatMap((child) => {
    const inner = isLeaf(child) ? child : changeNode(child, change);
    const isEmpty = !isLeaf(inner) && inner.children.length === 0;
    const changed = isEmpty ? null : change(inner);
    return changed === null ? [] : [changed];
  }),
});

/**
 * The recipe with other weights, rules or without some indicators. Weights become relative where
 * they change or siblings go: points that no longer sum to 100 keep their proportions.
 */
const changeRecipe = (recipe: Recipe, { weights, leaveOut, ...rules }: WhatIf): Recipe => {
  const { aggregation = recipe.aggregation, normalisation = recipe.normalisation } = rules;
  const isReweighted = Object.keys(weights).length > 0 || leaveOut.length > 0;
  const unset = recipe.weighting === 'budget' ? 0 : 1;
  const tree = changeNode(recipe.tree, (child) => {
    if (isLeaf(child) && leaveOut.includes(child.indicator)) return null;
    const weight = weights[codeOf(child)] ?? child.weight ?? unset;
    return isReweighted ? { ...child, weight } : child;
  });
  return {
    ...recipe,
    weighting: isReweighted ? 'given' : recipe.weighting,
    aggregation,
    normalisation,
    tree,
  };
};

const placeOf = ({ unit, indicator }: { unit: string; indicator: string }) =>
  JSON.stringify([unit, indicator]);

const changeFigures = (
  observations: readonly Observation[],
  { figures, year }: { figures: WhatIf['figures']; year: number },
): Observation[] => {
  const changed = new Map(figures.map((figure) => [placeOf(figure), figure]));
  return [
    ...observations.filter((found) => found.year !== year || !changed.has(placeOf(found))),
    ...[...changed.values()].map((figure): Observation => ({ ...figure, year })),
  ];
};

/** An edition's recipe and figures under the changes; neither is touched. */
export const applyWhatIf = (
  {
    recipe,
    observations,
    year,
  }: { recipe: Recipe; observations: readonly Observation[]; year: number },
  changes: WhatIf,
): { recipe: Recipe; observations: Observation[] } => ({
  recipe: changeRecipe(recipe, changes),
  observations: changeFigures(observations, { figures: changes.figures, year }),
});

/**
 * A unit's figures as one may change them: as they are observed. One that is imputed shows what
 * stands in for it, unless a transform or a denominator has made it another quantity.
 * @returns null where the edition does not score the unit in that year
 */
export const figuresOfUnit = ({
  recipe,
  observations,
  result,
  unit,
  year,
}: {
  recipe: Recipe;
  observations: readonly Observation[];
  result: Pick<Result, 'units'>;
  unit: string;
  year: number;
}): { indicator: string; value: number | null; imputed: boolean }[] | null => {
  const scored = result.units.find((one) => one.unit === unit && one.year === year);
  if (!scored) return null;
  const own = new Map(
    observations.flatMap((one) =>
      one.unit === unit && one.year === year ? [[one.indicator, one.value]] : [],
    ),
  );
  return cellsInOrder(scored).map(([indicator, cell]) => {
    const setting = recipe.indicators.find(({ code: known }) => known === indicator);
    const observed = own.get(indicator) ?? null;
    const standIn = isAsObserved(setting) && cell.kind === 'available' ? cell.value : null;
    return {
      indicator,
      value: observed ?? standIn,
      imputed: cell.kind === 'available' && cell.origin.kind !== 'observed',
    };
  });
};
