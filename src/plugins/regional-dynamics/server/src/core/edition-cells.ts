import type { CellState } from '../../../shared/admin-contracts';
import { type CellResult, cellsInOrder, type Result } from './result';

export type FoundCell = { unit: string; year: number; indicator: string; cell: CellResult };

/** All that was done to a cell: one may be carried, flagged and treated at once. */
export const statesOf = (cell: CellResult): CellState[] => {
  if (cell.kind === 'missing') return ['missing'];
  const states: CellState[] = [];
  if (cell.origin.kind !== 'observed') states.push('imputed');
  if (cell.treatment) states.push('treated');
  if (cell.flag !== undefined) states.push('flagged');
  return states;
};

/** The cells of a result that are not plain observations, by unit, year and indicator. */
export const notableCells = ({ units }: Pick<Result, 'units'>): FoundCell[] =>
  units.flatMap(({ unit, year, cells }) =>
    cellsInOrder({ cells }).flatMap(([indicator, cell]) =>
      statesOf(cell).length === 0 ? [] : [{ unit, year, indicator, cell }],
    ),
  );

export const countStates = (cells: readonly FoundCell[]): Record<CellState, number> => {
  const counts = { imputed: 0, treated: 0, missing: 0, flagged: 0 };
  for (const { cell } of cells) for (const state of statesOf(cell)) counts[state] += 1;
  return counts;
};
