import { clampedChildren, whyMissing } from './aggregate';
import { type Dynamics, dynamicsOf } from './analysis/dynamics';
import { compareCodes } from './compare-codes';
import { ENGINE_VERSION } from './engine-version';
import type { MissingReason, Notice } from './notice';
import { effectiveWeights, slotCodes } from './plan';
import type { Ranges } from './ranges';
import { tiesOf } from './rank';
import type { RankRange } from './rank-range';
import type { Aggregation, RecipeNode } from './recipe';
import { isLeaf } from './recipe';
import type { Scored } from './score';
import { type CellOrigin, type CellTreatment, treatmentOf } from './table';
import type { Factor } from './uncertainty';

/** A rank is never without its range. `ties`: how many other units share it. */
type NodeRank = { value: number; of: number; ties: number } & RankRange;

export type NodeResult =
  | {
      kind: 'available';
      score: number;
      rank: NodeRank;
      clamped?: { child: string; value: number; floor: number }[];
    }
  | { kind: 'missing'; reason: MissingReason };

export type CellResult =
  | {
      kind: 'available';
      /** The figure as it enters the scoring: transformed, imputed, treated. */
      value: number;
      /** On the common scale; null where the indicator is excluded. */
      normalised: number | null;
      flag?: string;
      origin: CellOrigin;
      treatment?: CellTreatment;
    }
  | { kind: 'missing'; reason: MissingReason };

export type UnitResult = {
  unit: string;
  year: number;
  nodes: Record<string, NodeResult>;
  cells: Record<string, CellResult>;
};

/** A unit's cells in the order of their codes: a database that keeps JSON may order its keys anew. */
export const cellsInOrder = ({ cells }: Pick<UnitResult, 'cells'>): [string, CellResult][] =>
  Object.entries(cells).sort(([a], [b]) => compareCodes(a, b));

export type Result = {
  engineVersion: string;
  root: string;
  nodes: {
    code: string;
    parent: string | null;
    names: Record<string, string>;
    aggregation: Aggregation;
    effectiveWeight: number;
  }[];
  uncertainty: { seed: number; draws: number; level: number; factors: Factor[] };
  units: UnitResult[];
  /** Of a panel: what changed from its first to its last year. */
  dynamics?: Dynamics;
  notices: Notice[];
};

type NamedNode = { parent: string | null; names: Record<string, string> };

const namesOf = (node: RecipeNode, parent: string | null = null): [string, NamedNode][] => [
  [node.code, { parent, names: node.names ?? {} }],
  ...node.children.flatMap((child) => (isLeaf(child) ? [] : namesOf(child, node.code))),
];

const cellOf = (scored: Scored, j: number, row: number): CellResult => {
  const { table, plan, slots, prepared } = scored;
  const value = table.columns[j]?.[row] ?? Number.NaN;
  if (Number.isNaN(value)) {
    const kind = prepared.dropped.has(row) ? 'screened' : 'not-observed';
    return { kind: 'missing', reason: { kind } };
  }
  const slot = plan.leaves.indexOf(table.indicators[j] ?? '');
  const normalised = slot < 0 ? Number.NaN : (slots[slot]?.[row] ?? Number.NaN);
  const note = table.notes.get(j * table.rows.length + row);
  const treatment = treatmentOf(table, j, row);
  return {
    kind: 'available',
    value,
    normalised: Number.isNaN(normalised) ? null : normalised,
    origin: { kind: 'observed' },
    ...note,
    ...(treatment ? { treatment } : {}),
  };
};

/** Everything of a run but its units. */
export type ResultHead = Omit<Result, 'units' | 'dynamics'>;

export const resultHead = ({ plan, recipe, notices }: Scored, ranges: Ranges): ResultHead => {
  const weights = effectiveWeights(plan);
  const names = new Map(namesOf(recipe.tree));
  const { seed, draws, level, factors } = ranges;
  return {
    engineVersion: ENGINE_VERSION,
    root: recipe.tree.code,
    nodes: plan.nodes.map(({ code, aggregation }) => ({
      code,
      parent: names.get(code)?.parent ?? null,
      names: names.get(code)?.names ?? {},
      aggregation,
      effectiveWeight: weights.get(code) ?? 0,
    })),
    uncertainty: { seed, draws, level, factors },
    notices,
  };
};

/**
 * The result of each unit and year, made one at a time: panels are large.
 * @param order of the table's rows; default: the table's own
 */
export function* unitResults(
  scored: Scored,
  ranges: Ranges,
  order: Iterable<number> = scored.table.rows.keys(),
): Generator<UnitResult> {
  const { plan, slots, table, ranks, blocks, prepared } = scored;
  const codes = slotCodes(plan);
  const shared = ranks.map((column) => {
    const years = Array.from({ length: blocks.rows / blocks.perYear }, (_, y) =>
      column.subarray(y * blocks.perYear, (y + 1) * blocks.perYear),
    );
    return {
      ties: Uint32Array.from(years.flatMap((year) => tiesOf(year))),
      of: years.map((year) => year.filter((rank) => rank > 0).length),
    };
  });

  const nodeOf = (index: number, row: number): NodeResult => {
    const node = plan.nodes[index];
    const slot = plan.leaves.length + index;
    const score = slots[slot]?.[row] ?? Number.NaN;
    if (prepared.dropped.has(row)) return { kind: 'missing', reason: { kind: 'screened' } };
    if (!node) throw new RangeError(`no node ${index}`);
    if (Number.isNaN(score)) {
      const reason = whyMissing(plan, slots, { node, row, codes });
      return { kind: 'missing', reason: reason ?? { kind: 'not-observed' } };
    }
    const range = ranges.of(node.code, row);
    if (!range) return { kind: 'missing', reason: { kind: 'never-ranked', score } };
    const value = ranks[slot]?.[row] ?? 0;
    const clamped = clampedChildren(slots, { node, row, codes });
    const of = shared[slot]?.of[Math.floor(row / blocks.perYear)] ?? 0;
    return {
      kind: 'available',
      score,
      rank: { value, of, ties: (shared[slot]?.ties[row] ?? 1) - 1, ...range },
      ...(clamped.length > 0 ? { clamped } : {}),
    };
  };

  for (const row of order) {
    const place = table.rows[row];
    if (!place) throw new RangeError(`no row ${row}`);
    yield {
      ...place,
      nodes: Object.fromEntries(plan.nodes.map((node, index) => [node.code, nodeOf(index, row)])),
      cells: Object.fromEntries(table.indicators.map((code, j) => [code, cellOf(scored, j, row)])),
    };
  }
}

/**
 * The result of a run as plain data: every score, rank with its range, and every cell with where
 * it comes from. No NaN: what is missing says why.
 */
export const resultOf = (scored: Scored, ranges: Ranges): Result => {
  const { notices, ...head } = resultHead(scored, ranges);
  const dynamics = dynamicsOf(scored, ranges);
  const units = [...unitResults(scored, ranges)];
  return { ...head, units, ...(dynamics ? { dynamics } : {}), notices };
};
