import { isLeaf, type Recipe, type RecipeNode } from '../core/recipe';
import type { CellResult, NodeResult, ResultHead, UnitResult } from '../core/result';
import type { CellOrigin } from '../core/table';

const figure = (x: number) => String(Number(x.toPrecision(8)));

const originText = (origin: CellOrigin): string => {
  switch (origin.kind) {
    case 'observed':
      return 'observed';
    case 'carried': {
      const years = Math.abs(origin.age);
      const way = origin.age > 0 ? 'forward' : 'back';
      return `of ${origin.from}, carried ${way} ${years} year${years === 1 ? '' : 's'}`;
    }
    case 'interpolated':
      return `interpolated between ${origin.from} and ${origin.to}`;
    case 'parent': {
      const { unit, from, to, age } = origin;
      if (to !== undefined) return `of its parent ${unit}, interpolated between ${from} and ${to}`;
      return `of its parent ${unit}${age === 0 ? '' : `, of ${from}`}`;
    }
    case 'group':
      return `${origin.statistic} of ${origin.n} units of ${origin.group}`;
  }
};

const cellText = (cell: CellResult | undefined): string => {
  if (!cell || cell.kind === 'missing') return `missing (${cell?.reason.kind ?? 'excluded'})`;
  const { value, normalised, origin, flag, treatment } = cell;
  return [
    `${figure(value)} → ${normalised === null ? 'excluded' : figure(normalised)}`,
    originText(origin),
    ...(flag ? [`flag ${flag}`] : []),
    ...(treatment ? [`${treatment.kind}, was ${figure(treatment.before)}`] : []),
  ].join('; ');
};

const nodeText = (node: NodeResult | undefined, level: number): string => {
  if (!node) return 'excluded';
  if (node.kind === 'missing') {
    const { reason } = node;
    const counts = reason.kind === 'below-threshold' ? ` ${reason.have} of ${reason.of}` : '';
    return `missing (${reason.kind}${counts})`;
  }
  const { score, rank, clamped = [] } = node;
  const range = `rank ${rank.value} of ${rank.of}, range ${rank.low}-${rank.high} (${level * 100} %)`;
  const floors = clamped.map(({ child, floor }) => `${child} clamped to ${floor}`);
  return [figure(score), range, ...floors].join('; ');
};

/** Where a unit's score comes from, down the tree to every cell: a line each, indented. */
export const explainUnit = (
  recipe: Recipe,
  result: Pick<ResultHead, 'nodes' | 'uncertainty'>,
  unit: UnitResult,
): string => {
  const { level } = result.uncertainty;
  const kinds = new Map(result.nodes.map((node) => [node.code, node]));
  const lines = (node: RecipeNode, depth: number): string[] => {
    const compiled = kinds.get(node.code);
    const share = compiled ? `, weight ${figure(compiled.effectiveWeight)}` : '';
    const kind = compiled ? ` [${compiled.aggregation.kind}${share}]` : '';
    const indent = '  '.repeat(depth);
    return [
      `${indent}${node.code}${kind}: ${nodeText(unit.nodes[node.code], level)}`,
      ...node.children.flatMap((child) =>
        isLeaf(child)
          ? [`${indent}  ${child.indicator}: ${cellText(unit.cells[child.indicator])}`]
          : lines(child, depth + 1),
      ),
    ];
  };
  return [`${unit.unit}, ${unit.year}`, ...lines(recipe.tree, 0)].join('\n');
};
