/** A recipe as its author writes it: what is left out takes its default. */
export type DraftLeaf = { indicator: string; weight?: number };

export type DraftAggregation = {
  kind: 'arithmetic' | 'geometric' | 'harmonic' | 'generalised' | 'copeland';
  floor?: number | null;
  power?: number;
  minJointWeight?: number;
};

export type DraftNode = {
  code: string;
  names?: Record<string, string>;
  weight?: number;
  aggregation?: DraftAggregation;
  threshold?: [number, number];
  children: DraftChild[];
};

export type DraftChild = DraftLeaf | DraftNode;

export type Weighting = 'equal' | 'given' | 'budget';

export type Draft = Record<string, unknown> & {
  code: string;
  indicators: (Record<string, unknown> & { code: string })[];
  weighting?: Weighting;
  aggregation?: DraftAggregation[];
  tree: DraftNode;
};

/** From the root: the place among the children at each level. */
export type TreePath = number[];

export const isLeaf = (child: DraftChild): child is DraftLeaf => 'indicator' in child;

export const codeOf = (child: DraftChild): string => (isLeaf(child) ? child.indicator : child.code);

/** Where a node of the tree stands in the recipe: the path its problems are named by. */
export const recipePath = (path: TreePath): (string | number)[] => [
  'tree',
  ...path.flatMap((place) => ['children', place]),
];
