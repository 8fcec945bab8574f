import type { TextKey } from '../use-text';
import { type Draft, type DraftChild, isLeaf } from './draft';

/** How the editor calls the settings of a recipe. */
const LABELS: Record<string, TextKey> = {
  aggregation: 'recipe.aggregation',
  threshold: 'recipe.threshold',
  normalisation: 'recipe.normalisation',
  imputation: 'recipe.imputation',
  treatment: 'recipe.treatment',
  uncertainty: 'recipe.uncertainty',
  weighting: 'recipe.weighting',
  indicators: 'recipe.indicators',
  minAvailability: 'recipe.minAvailability',
  maxImputedShare: 'imputation.maxImputedShare',
  steps: 'imputation.steps',
  alternatives: 'uncertainty.imputation',
  maxCarryYears: 'imputation.maxCarryYears',
  levels: 'imputation.levels',
  statistic: 'imputation.statistic',
  by: 'imputation.by',
  skewness: 'treatment.skewness',
  kurtosis: 'treatment.kurtosis',
  winmax: 'treatment.winmax',
  points: 'treatment.winmax',
  share: 'treatment.share',
  kind: 'normalisation.kind',
  mean: 'normalisation.mean',
  sd: 'normalisation.sd',
  scale: 'recipe.scale',
  floor: 'aggregation.floor',
  power: 'aggregation.power',
  minJointWeight: 'aggregation.minJointWeight',
  replications: 'uncertainty.replications',
  seed: 'uncertainty.seed',
  level: 'uncertainty.level',
  weights: 'uncertainty.weights',
  spread: 'uncertainty.spread',
  concentration: 'uncertainty.concentration',
  direction: 'data.direction',
  transform: 'indicator.transform',
  quantity: 'indicator.quantity',
  denominator: 'indicator.denominator',
  goalposts: 'indicator.goalposts',
  target: 'indicator.target',
  reference: 'indicator.reference',
  value: 'indicator.reference',
  unit: 'indicator.referenceUnit',
  tree: 'recipe.tree',
  children: 'tree.children',
  indicator: 'data.indicator',
  weight: 'tree.weight',
  names: 'tree.names',
  code: 'tree.code',
};

type Step = string | number;

/** The node or indicator a path of the tree leads to, and what is left of the path. */
const walk = (tree: DraftChild, path: readonly Step[]): { child: DraftChild; rest: Step[] } => {
  const [step, place, ...rest] = path;
  const next = step === 'children' && !isLeaf(tree) ? tree.children[Number(place)] : undefined;
  return next && place !== undefined ? walk(next, rest) : { child: tree, rest: [...path] };
};

/**
 * A place of the recipe as the editor calls it: the node or the indicator by its name, settings by
 * their labels, members of a list by their number.
 */
export const nameRecipePath = (
  path: readonly Step[],
  {
    draft,
    nameOf,
    text,
  }: {
    draft: Draft;
    nameOf: (child: DraftChild) => string;
    text: (key: TextKey) => string;
  },
): string => {
  const labels = (steps: readonly Step[]) =>
    steps.map((step) => {
      if (/^\d+$/.test(`${step}`)) return `${Number(step) + 1}`;
      const label = LABELS[step];
      return label ? text(label) : `${step}`;
    });
  const [room, ...below] = path;
  const separated = (steps: readonly string[]) =>
    steps.filter((step, place) => step !== steps[place - 1]).join(' › ');
  if (room === 'tree') {
    const { child, rest } = walk(draft.tree, below);
    return separated([nameOf(child), ...labels(rest)]);
  }
  const indicator = room === 'indicators' ? draft.indicators[Number(below[0])] : undefined;
  return indicator
    ? separated([nameOf({ indicator: indicator.code }), ...labels(below.slice(1))])
    : separated(labels(room === 'screening' ? below : path));
};
