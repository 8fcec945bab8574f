import { type Grid, gridIndex } from './grid';
import type { Hierarchy } from './observation';

/**
 * Where a cell's figure comes from. `age` is in years, edition year − year of the figure (`from`).
 * A parent's figure with `to` is interpolated itself.
 */
export type CellOrigin =
  | { kind: 'observed' }
  | { kind: 'carried'; from: number; age: number }
  | { kind: 'interpolated'; from: number; to: number }
  | { kind: 'parent'; unit: string; from: number; to?: number; age: number }
  | { kind: 'group'; group: string; statistic: 'mean' | 'median'; n: number };

export type CellTreatment = { kind: 'winsorised' | 'log'; before: number; after: number };

export type CellNote = { flag?: string; origin: CellOrigin };

/** A treated column keeps what it was: a logarithm changes every cell of it. */
export type ColumnTreatment = { kind: CellTreatment['kind']; before: Float64Array };

/** The cells to be scored: a row per year and unit, a column per indicator of the tree. */
export type Table = {
  rows: readonly { unit: string; year: number }[];
  indicators: readonly string[];
  columns: readonly Float64Array[];
  /** Only what is not a plain observation, by `indicator · rows + row`. */
  notes: ReadonlyMap<number, CellNote>;
  standardErrors: ReadonlyMap<number, number>;
  /** Columns that were treated, by their place. */
  treated: ReadonlyMap<number, ColumnTreatment>;
};

const OBSERVED: CellOrigin = { kind: 'observed' };

/** Where the figure of a cell comes from, by places in the table. */
export const originOf = (table: Table, indicator: number, row: number): CellOrigin =>
  table.notes.get(indicator * table.rows.length + row)?.origin ?? OBSERVED;

/** What treating outliers did to a cell; null where it left it alone. */
export const treatmentOf = (table: Table, indicator: number, row: number): CellTreatment | null => {
  const treated = table.treated.get(indicator);
  const before = treated?.before[row] ?? Number.NaN;
  const after = table.columns[indicator]?.[row] ?? Number.NaN;
  return !treated || Number.isNaN(before) || before === after
    ? null
    : { kind: treated.kind, before, after };
};

const PARENT_FLAG = /^parent-(.+)$/;

/** A source's own flag may say that a figure is the parent region's. */
const flaggedOrigin = ({
  flag,
  unit,
  year,
  hierarchy,
}: {
  flag: string;
  unit: string;
  year: number;
  hierarchy: Hierarchy;
}): CellOrigin => {
  const level = PARENT_FLAG.exec(flag)?.[1];
  if (level === undefined) return { kind: 'observed' };
  const up = /^NUTS([0-2])$/.exec(level)?.[1];
  const length = up === undefined ? null : 2 + Number(up);
  let at = unit;
  let whole = true;
  while (length === null ? at === unit : at.length > length) {
    const parent = hierarchy.parentOf(at);
    if (parent === null) return { kind: 'parent', unit: level, from: year, age: 0 };
    whole &&= hierarchy.isWholeOfParent(at);
    at = parent;
  }
  return whole ? { kind: 'observed' } : { kind: 'parent', unit: at, from: year, age: 0 };
};

/** The observed cells of the given units and years, before any imputation. */
export const tableOf = ({
  grid,
  indicators,
  units,
  years,
  hierarchy,
}: {
  grid: Grid;
  indicators: readonly string[];
  units: readonly string[];
  years: readonly number[];
  hierarchy: Hierarchy;
}): Table => {
  const rows = years.flatMap((year) => units.map((unit) => ({ unit, year })));
  const unitAt = new Map(grid.units.map((unit, index) => [unit, index]));
  const yearAt = new Map(grid.years.map((year, index) => [year, index]));
  const places = rows.map(({ unit, year }) => ({ unit: unitAt.get(unit), year: yearAt.get(year) }));
  const notes = new Map<number, CellNote>();
  const standardErrors = new Map<number, number>();
  const columns = indicators.map((code, j) => {
    const indicator = grid.indicators.indexOf(code);
    const column = new Float64Array(rows.length).fill(Number.NaN);
    rows.forEach(({ unit, year }, i) => {
      const at = places[i];
      if (at?.unit === undefined || at.year === undefined) return;
      const index = gridIndex(grid, { indicator, unit: at.unit, year: at.year });
      column[i] = grid.values[index] ?? Number.NaN;
      const flag = grid.flags.get(index);
      if (flag !== undefined && !Number.isNaN(column[i])) {
        notes.set(j * rows.length + i, {
          flag,
          origin: flaggedOrigin({ flag, unit, year, hierarchy }),
        });
      }
      const error = grid.standardErrors.get(index);
      if (error !== undefined) standardErrors.set(j * rows.length + i, error);
    });
    return column;
  });
  return { rows, indicators, columns, notes, standardErrors, treated: new Map() };
};
