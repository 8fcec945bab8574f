import {
  type Draft,
  type DraftChild,
  type DraftNode,
  isLeaf,
  type TreePath,
  type Weighting,
} from './draft';

const POINTS = 100;

/** Changes the node at a path; the others stay the very same objects. */
const changeNode = (
  node: DraftNode,
  path: TreePath,
  change: (node: DraftNode) => DraftNode,
): DraftNode => {
  const [place, ...rest] = path;
  if (place === undefined) return change(node);
  return {
    ...node,
    children: node.children.map((child, index) =>
      index === place && !isLeaf(child) ? changeNode(child, rest, change) : child,
    ),
  };
};

const withTree = (draft: Draft, tree: DraftNode): Draft => ({ ...draft, tree });

const inNode = (draft: Draft, path: TreePath, change: (node: DraftNode) => DraftNode): Draft =>
  withTree(draft, changeNode(draft.tree, path, change));

/** Nodes in the order of the tree, with where they stand. */
export const nodesOf = (
  node: DraftNode,
  path: TreePath = [],
): { node: DraftNode; path: TreePath }[] => [
  { node, path },
  ...node.children.flatMap((child, place) =>
    isLeaf(child) ? [] : nodesOf(child, [...path, place]),
  ),
];

/** Codes of the indicators under a node. */
export const leavesOf = (node: DraftNode): string[] =>
  node.children.flatMap((child) => (isLeaf(child) ? [child.indicator] : leavesOf(child)));

const childAt = (node: DraftNode, path: TreePath): DraftChild | undefined => {
  const [place, ...rest] = path;
  if (place === undefined) return node;
  const child = node.children[place];
  if (rest.length === 0 || child === undefined || isLeaf(child)) {
    return rest.length === 0 ? child : undefined;
  }
  return childAt(child, rest);
};

/** A whole number of points each, in proportion, that sum to 100: the largest remainders gain. */
export const toPoints = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) =>
    sum === 0 ? POINTS / weights.length : (POINTS * weight) / sum,
  );
  const points = shares.map(Math.floor);
  let rest = POINTS - points.reduce((total, point) => total + point, 0);
  const order = shares
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of order) {
    if (rest-- <= 0) break;
    points[place] = (points[place] ?? 0) + 1;
  }
  return points;
};

/** The weight that counts: one that is left out is 1, of a budget 0. */
export const weightOf = (child: DraftChild, weighting: Weighting): number =>
  child.weight ?? (weighting === 'budget' ? 0 : 1);

const withoutWeight = (child: DraftChild): DraftChild => {
  const { weight: _, ...rest } = child;
  return rest as DraftChild;
};

const mapNodes = (node: DraftNode, change: (node: DraftNode) => DraftNode): DraftNode =>
  change({
    ...node,
    children: node.children.map((child) => (isLeaf(child) ? child : mapNodes(child, change))),
  });

/** Changes how weights are given; budgets keep the proportions, equal weights are written nowhere. */
export const setWeighting = (draft: Draft, weighting: Weighting): Draft => {
  const before = draft.weighting ?? 'given';
  const tree = mapNodes(draft.tree, (node) => {
    if (weighting === 'equal') return { ...node, children: node.children.map(withoutWeight) };
    const weights = node.children.map((child) => weightOf(child, before));
    const wanted = weighting === 'budget' ? toPoints(weights) : weights;
    return {
      ...node,
      children: node.children.map((child, place) => ({ ...child, weight: wanted[place] ?? 1 })),
    };
  });
  return { ...withTree(draft, tree), weighting };
};

/** Gives one child of a node another weight. */
export const setWeight = (draft: Draft, path: TreePath, weight: number): Draft => {
  const place = path.at(-1);
  return inNode(draft, path.slice(0, -1), (node) => ({
    ...node,
    children: node.children.map((child, index) => (index === place ? { ...child, weight } : child)),
  }));
};

/** Gives the children of a node the same weight; points that cannot be shared go to the first. */
export const equalise = (draft: Draft, path: TreePath): Draft =>
  inNode(draft, path, (node) => {
    const points = toPoints(node.children.map(() => 1));
    return {
      ...node,
      children: node.children.map((child, place) => ({
        ...child,
        weight: draft.weighting === 'budget' ? (points[place] ?? 0) : 1,
      })),
    };
  });

/** Changes a node's own settings; `undefined` leaves one out. */
export const setNode = (draft: Draft, path: TreePath, change: Partial<DraftNode>): Draft =>
  inNode(draft, path, (node) => {
    const changed = { ...node, ...change };
    return Object.fromEntries(
      Object.entries(changed).filter(([, value]) => value !== undefined),
    ) as DraftNode;
  });

const weightOfNew = ({ weighting }: Draft): { weight?: number } => {
  if (weighting === 'equal') return {};
  return { weight: weighting === 'budget' ? 0 : 1 };
};

/** Settings of indicators that are used nowhere any more leave with them. */
const pruneIndicators = (draft: Draft): Draft => {
  const used = new Set(leavesOf(draft.tree));
  const asDenominator = new Set(
    draft.indicators.filter(({ code }) => used.has(code)).map(({ denominator }) => denominator),
  );
  return {
    ...draft,
    indicators: draft.indicators.filter(({ code }) => used.has(code) || asDenominator.has(code)),
  };
};

export const addIndicator = (
  draft: Draft,
  path: TreePath,
  indicator: { code: string; direction: 'more' | 'less' },
): Draft => {
  const { code, direction } = indicator;
  const isKnown = draft.indicators.some((one) => one.code === code);
  const grown = inNode(draft, path, (node) => ({
    ...node,
    children: [...node.children, { indicator: code, ...weightOfNew(draft) }],
  }));
  return isKnown ? grown : { ...grown, indicators: [...draft.indicators, { code, direction }] };
};

/** A new node with an indicator, since a node without children is none. */
export const addNode = (
  draft: Draft,
  path: TreePath,
  { code, indicator }: { code: string; indicator: { code: string; direction: 'more' | 'less' } },
): Draft => {
  const parent = childAt(draft.tree, path);
  const place = parent && !isLeaf(parent) ? parent.children.length : 0;
  const grown = inNode(draft, path, (node) => ({
    ...node,
    children: [...node.children, { code, ...weightOfNew(draft), children: [] }],
  }));
  const filled = addIndicator(grown, [...path, place], indicator);
  return draft.weighting === 'budget' ? setWeight(filled, [...path, place, 0], POINTS) : filled;
};

/** Takes a node with all under it, or an indicator, out of the tree. */
export const removeAt = (draft: Draft, path: TreePath): Draft => {
  const place = path.at(-1);
  return pruneIndicators(
    inNode(draft, path.slice(0, -1), (node) => ({
      ...node,
      children: node.children.filter((_, index) => index !== place),
    })),
  );
};

/** Moves a child up or down among its siblings. */
export const moveBy = (draft: Draft, path: TreePath, step: -1 | 1): Draft => {
  const place = path.at(-1) ?? 0;
  return inNode(draft, path.slice(0, -1), (node) => {
    const other = place + step;
    const [a, b] = [node.children[place], node.children[other]];
    if (!a || !b) return node;
    return {
      ...node,
      children: node.children.map((child, index) =>
        index === place ? b : index === other ? a : child,
      ),
    };
  });
};

/** Moves a child to the end of another node's; a node does not move under itself. */
export const moveTo = (draft: Draft, path: TreePath, parent: string): Draft => {
  const child = childAt(draft.tree, path);
  if (!child || path.length === 0) return draft;
  if (!isLeaf(child) && nodesOf(child).some(({ node }) => node.code === parent)) return draft;
  const place = path.at(-1);
  const taken = inNode(draft, path.slice(0, -1), (node) => ({
    ...node,
    children: node.children.filter((_, index) => index !== place),
  }));
  const target = nodesOf(taken.tree).find(({ node }) => node.code === parent);
  if (!target) return draft;
  const moved = draft.weighting === 'budget' ? { ...child, weight: 0 } : child;
  return inNode(taken, target.path, (node) => ({ ...node, children: [...node.children, moved] }));
};

/** A code that nothing of the recipe has yet. */
export const freeCode = (draft: Draft, wanted: string): string => {
  const taken = new Set([
    ...nodesOf(draft.tree).map(({ node }) => node.code),
    ...draft.indicators.map(({ code }) => code),
  ]);
  let code = wanted;
  for (let number = 2; taken.has(code); number++) code = `${wanted}-${number}`;
  return code;
};
