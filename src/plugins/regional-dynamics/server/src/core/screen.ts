import type { Notice } from './notice';
import type { Recipe } from './recipe';
import { originOf, type Table } from './table';

/** Share of a row's cells that the unit itself was observed on. */
const availabilityOf = (table: Table, row: number): number => {
  const observed = table.columns.filter((column, j) => {
    if (Number.isNaN(column[row] ?? Number.NaN)) return false;
    return originOf(table, j, row).kind === 'observed';
  });
  return table.columns.length === 0 ? 0 : observed.length / table.columns.length;
};

/** Step 2: which rows (a unit in a year) are observed too thinly to be scored, and why. */
export const screen = (
  recipe: Recipe,
  table: Table,
): { dropped: Set<number>; notices: Notice[] } => {
  const dropped = new Set<number>();
  const notices: Notice[] = [];
  const minAvailability = recipe.screening?.minAvailability;
  if (minAvailability === undefined) return { dropped, notices };
  table.rows.forEach(({ unit, year }, row) => {
    const availability = availabilityOf(table, row);
    if (availability >= minAvailability) return;
    dropped.add(row);
    notices.push({ kind: 'unit-screened', unit, year, availability, minAvailability });
  });
  return { dropped, notices };
};
