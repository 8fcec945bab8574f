import { leavesOf } from './plan';
import {
  isLeaf,
  type Normalisation,
  type Recipe,
  type RecipeIndicator,
  type RecipeNode,
  ruleOf,
} from './recipe';

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

type Mark = 'goalposts' | 'target' | 'reference';

/** The mark in the indicator's own unit that the rule needs and neither of the two has. */
const missingMark = (rule: Normalisation, indicator: RecipeIndicator): Mark | null => {
  switch (rule.kind) {
    case 'goalposts':
      return (indicator.goalposts ?? rule.goalposts) ? null : 'goalposts';
    case 'distance-to-target':
      return (indicator.target ?? rule.target) === undefined ? 'target' : null;
    case 'distance-to-reference':
    case 'ratio-to-reference':
      return (indicator.reference ?? rule.reference) ? null : 'reference';
    default:
      return null;
  }
};

const areMissing = (mark: Mark): string => (mark === 'goalposts' ? 'are missing' : 'is missing');

const checkGoalposts = (
  goalposts: readonly [number, number] | undefined,
  path: Path,
  refuse: Refuse,
) => {
  if (goalposts && !(goalposts[0] < goalposts[1])) {
    refuse([...path, 'goalposts'], 'must be [lower, upper] with lower < upper');
  }
};

/** Ends that fall would turn the direction round, silently. */
const checkEnds = (rule: Normalisation, path: Path, refuse: Refuse) => {
  if (rule.kind === 'goalposts') checkGoalposts(rule.goalposts, path, refuse);
  if ('scale' in rule && !(rule.scale[0] < rule.scale[1])) {
    refuse([...path, 'scale'], 'must be [from, to] with from < to');
  }
};

const checkIndicators = (recipe: Recipe, normalised: ReadonlySet<string>, refuse: Refuse) => {
  const seen = new Set<string>();
  recipe.indicators.forEach((indicator, index) => {
    const path = ['indicators', index];
    if (seen.has(indicator.code)) refuse([...path, 'code'], `"${indicator.code}" stands twice`);
    seen.add(indicator.code);
    checkGoalposts(indicator.goalposts, path, refuse);
    if (indicator.normalisation) {
      checkEnds(indicator.normalisation, [...path, 'normalisation'], refuse);
    }
    if (!normalised.has(indicator.code)) return;
    const rule = ruleOf(recipe, indicator);
    const mark = missingMark(rule, indicator);
    if (mark) refuse([...path, mark], `${areMissing(mark)}: normalisation is "${rule.kind}"`);
  });
};

const checkNormalisation = (recipe: Recipe, normalised: ReadonlySet<string>, refuse: Refuse) => {
  checkEnds(recipe.normalisation, ['normalisation'], refuse);
  recipe.uncertainty.normalisation.forEach((rule, place) => {
    const path = ['uncertainty', 'normalisation', place];
    checkEnds(rule, path, refuse);
    for (const indicator of recipe.indicators) {
      if (!normalised.has(indicator.code)) continue;
      const mark = missingMark(rule, indicator);
      if (!mark) continue;
      refuse([...path, mark], `${areMissing(mark)} for "${indicator.code}" under "${rule.kind}"`);
    }
  });
};

/** What a schema cannot say of a recipe: codes that must exist, once; marks a rule needs; weights. */
export const checkRecipe = (recipe: Recipe, refuse: Refuse): void => {
  // What only divides others is not normalised: it needs no marks.
  const normalised = new Set(leavesOf(recipe.tree));
  checkIndicators(recipe, normalised, refuse);
  checkNormalisation(recipe, normalised, refuse);
  checkTree(recipe, refuse);
};
