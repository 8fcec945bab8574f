import { leavesOf } from './plan';
import { isLeaf, type Recipe, type RecipeNode } from './recipe';

type Path = (string | number)[];
type Refuse = (path: Path, message: string) => void;

const checkWeights = (recipe: Recipe, node: RecipeNode, path: Path, refuse: Refuse) => {
  const weights = node.children.map((child) => child.weight);
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 1), 0);
  if (recipe.weighting === 'equal') {
    const given = weights.findIndex((weight) => weight !== undefined);
    if (given >= 0)
      refuse([...path, 'children', given, 'weight'], 'is given, yet weighting is "equal"');
  } else if (sum === 0) {
    refuse([...path, 'children'], 'have weights that are all zero');
  } else if (recipe.weighting === 'budget') {
    const total = weights.reduce<number>((points, weight) => points + (weight ?? 0), 0);
    if (Math.abs(total - 100) > 1e-9) {
      refuse([...path, 'children'], `share ${total} points; a budget has 100`);
    }
  }
};

const checkTree = (recipe: Recipe, refuse: Refuse) => {
  const known = new Set(recipe.indicators.map((indicator) => indicator.code));
  const seen = new Set<string>();
  const visit = (node: RecipeNode, path: Path, root: boolean) => {
    if (seen.has(node.code) || known.has(node.code))
      refuse([...path, 'code'], `"${node.code}" is taken`);
    seen.add(node.code);
    if (root && node.weight !== undefined) refuse([...path, 'weight'], 'means nothing at the root');
    checkWeights(recipe, node, path, refuse);
    node.children.forEach((child, index) => {
      const at = [...path, 'children', index];
      if (!isLeaf(child)) {
        visit(child, at, false);
        return;
      }
      if (!known.has(child.indicator))
        refuse([...at, 'indicator'], `"${child.indicator}" is not among the indicators`);
      if (seen.has(child.indicator))
        refuse([...at, 'indicator'], `"${child.indicator}" stands twice in the tree`);
      seen.add(child.indicator);
    });
  };
  visit(recipe.tree, ['tree'], true);
};

const checkIndicators = (recipe: Recipe, refuse: Refuse) => {
  const seen = new Set<string>();
  // What only divides others is not normalised: it needs no marks.
  const normalised = new Set(leavesOf(recipe.tree));
  recipe.indicators.forEach((indicator, index) => {
    const path = ['indicators', index];
    if (seen.has(indicator.code)) refuse([...path, 'code'], `"${indicator.code}" stands twice`);
    seen.add(indicator.code);
    const goalposts = indicator.goalposts;
    if (goalposts && !(goalposts[0] < goalposts[1])) {
      refuse([...path, 'goalposts'], 'must be [lower, upper] with lower < upper');
    }
    if (!normalised.has(indicator.code)) return;
    const rule = indicator.normalisation ?? recipe.normalisation;
    if (rule.kind === 'goalposts' && !goalposts && !rule.goalposts) {
      refuse([...path, 'goalposts'], 'are missing: normalisation is "goalposts"');
    }
    if (
      rule.kind === 'distance-to-target' &&
      indicator.target === undefined &&
      rule.target === undefined
    ) {
      refuse([...path, 'target'], 'is missing: normalisation is "distance-to-target"');
    }
    if (
      (rule.kind === 'distance-to-reference' || rule.kind === 'ratio-to-reference') &&
      !indicator.reference &&
      !rule.reference
    ) {
      refuse([...path, 'reference'], `is missing: normalisation is "${rule.kind}"`);
    }
  });
};

/** What a schema cannot say of a recipe: codes that must exist, once; marks a rule needs; weights. */
export const checkRecipe = (recipe: Recipe, refuse: Refuse): void => {
  checkIndicators(recipe, refuse);
  checkTree(recipe, refuse);
};
