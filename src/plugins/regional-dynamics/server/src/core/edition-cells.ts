import type { CellState } from '../../../shared/admin-contracts';
import { compareCodes } from './compare-codes';
import { type CellResult, cellsInOrder, type Result, type UnitResult } from './result';

/** A value that counts at a geometric or harmonic node with the floor instead of itself. */
export type Clamp = { node: string; value: number; floor: number };

/** The cell of an indicator, or the score of a node that was clamped: it has no figure of its own. */
export type FoundCell = { unit: string; year: number; code: string } & (
  | { cell: CellResult; clamp: Clamp | null }
  | { cell: null; clamp: Clamp }
);

/** What the nodes of a unit have clamped, by the codes of their children. */
export const clampsOf = ({ nodes }: Pick<UnitResult, 'nodes'>): Map<string, Clamp> =>
  new Map(
    Object.entries(nodes).flatMap(([node, found]) =>
      found.kind === 'missing'
        ? []
        : (found.clamped ?? []).map(({ child, value, floor }): [string, Clamp] => [
            child,
            { node, value, floor },
          ]),
    ),
  );

/** All that was done to a cell: one may be carried, flagged, treated and clamped at once. */
export const statesOf = ({ cell, clamp }: Pick<FoundCell, 'cell' | 'clamp'>): CellState[] => {
  if (cell?.kind === 'missing') return ['missing'];
  const states: CellState[] = [];
  if (cell && cell.origin.kind !== 'observed') states.push('imputed');
  if (cell?.treatment) states.push('treated');
  if (clamp) states.push('clamped');
  if (cell?.flag !== undefined) states.push('flagged');
  return states;
};

/**
 * The cells of a result that are not plain observations, by unit, year and indicator, and behind
 * those of a unit the scores of its nodes that were clamped.
 */
export const notableCells = ({ units }: Pick<Result, 'units'>): FoundCell[] =>
  units.flatMap((found) => {
    const { unit, year, cells } = found;
    const clamps = clampsOf(found);
    const own = cellsInOrder(found).map(
      ([code, cell]): FoundCell => ({ unit, year, code, cell, clamp: clamps.get(code) ?? null }),
    );
    const scores = [...clamps]
      .filter(([code]) => !Object.hasOwn(cells, code))
      .sort(([a], [b]) => compareCodes(a, b))
      .map(([code, clamp]): FoundCell => ({ unit, year, code, cell: null, clamp }));
    return [...own, ...scores].filter((one) => statesOf(one).length > 0);
  });

export const countStates = (cells: readonly FoundCell[]): Record<CellState, number> => {
  const counts = { imputed: 0, treated: 0, clamped: 0, missing: 0, flagged: 0 };
  for (const one of cells) for (const state of statesOf(one)) counts[state] += 1;
  return counts;
};
