import { defaultFloor } from '../../../shared/default-floor';
import { type Aggregation, isLeaf, type Recipe, type RecipeNode } from './recipe';

/** The recipe with the floor of every mean that needs one. */
export const fillFloors = (recipe: Recipe): Recipe => {
  const floor = defaultFloor(recipe.normalisation);
  const filled = (aggregation: Aggregation): Aggregation =>
    (aggregation.kind === 'geometric' || aggregation.kind === 'harmonic') &&
    aggregation.floor === undefined
      ? { ...aggregation, floor }
      : aggregation;
  const inNode = (node: RecipeNode): RecipeNode => ({
    ...node,
    ...(node.aggregation ? { aggregation: filled(node.aggregation) } : {}),
    children: node.children.map((child) => (isLeaf(child) ? child : inNode(child))),
  });
  const { uncertainty } = recipe;
  return {
    ...recipe,
    aggregation: recipe.aggregation.map(filled),
    tree: inNode(recipe.tree),
    uncertainty: { ...uncertainty, aggregation: uncertainty.aggregation.map(filled) },
  };
};
