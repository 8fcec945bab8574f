import type { Hierarchy } from './observation';
import type { RandomStream } from './random-stream';
import type { Table } from './table';

type DrawnCell = { column: number; row: number; sd: number };

/** Cells that are drawn around their value, by column: their rows and standard deviations. */
export type DrawnCells = { column: number; rows: Uint32Array; sds: Float64Array }[];

const byColumn = (cells: readonly DrawnCell[]): DrawnCells =>
  [...new Set(cells.map(({ column }) => column))]
    .sort((a, b) => a - b)
    .map((column) => {
      const own = cells.filter((cell) => cell.column === column).sort((a, b) => a.row - b.row);
      return {
        column,
        rows: Uint32Array.from(own, ({ row }) => row),
        sds: Float64Array.from(own, ({ sd }) => sd),
      };
    });

const stepsUp = (hierarchy: Hierarchy, unit: string, ancestor: string): number => {
  let steps = 1;
  for (let at = hierarchy.parentOf(unit); at !== null; at = hierarchy.parentOf(at), steps++) {
    if (at === ancestor) return steps;
  }
  return 1;
};

const ancestorOf = (hierarchy: Hierarchy, unit: string, steps: number): string | null => {
  let at: string | null = unit;
  for (let k = 0; k < steps && at !== null; k++) at = hierarchy.parentOf(at);
  return at;
};

/**
 * How far observed units lie from one another under one parent: the standard deviation around
 * each parent's mean, `√(Σ d² / (n − groups))`, pooled over parents and years; null where no
 * parent has two.
 */
const spreadUnder = (
  table: Table,
  column: number,
  { hierarchy, steps }: { hierarchy: Hierarchy; steps: number },
): number | null => {
  const groups = new Map<string, number[]>();
  table.rows.forEach(({ unit, year }, row) => {
    const value = table.columns[column]?.[row] ?? Number.NaN;
    const note = table.notes.get(column * table.rows.length + row);
    const parent = ancestorOf(hierarchy, unit, steps);
    if (Number.isNaN(value) || parent === null || (note && note.origin.kind !== 'observed')) return;
    const key = `${parent} ${year}`;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  });
  let squares = 0;
  let freedom = 0;
  for (const values of groups.values()) {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    for (const x of values) squares += (x - mean) ** 2;
    freedom += values.length - 1;
  }
  return freedom === 0 ? null : Math.sqrt(squares / freedom);
};

/** Cells that stand in from a parent, with the spread of observed units under such a parent. */
export const parentCells = (table: Table, hierarchy: Hierarchy): DrawnCells => {
  const spreads = new Map<string, number | null>();
  const cells: DrawnCell[] = [];
  for (const [index, { origin }] of table.notes) {
    if (origin.kind !== 'parent') continue;
    const [column, row] = [Math.floor(index / table.rows.length), index % table.rows.length];
    const unit = table.rows[row]?.unit ?? '';
    if (Number.isNaN(table.columns[column]?.[row] ?? Number.NaN)) continue;
    const steps = stepsUp(hierarchy, unit, origin.unit);
    const key = `${column} ${steps}`;
    const known = spreads.get(key);
    const sd = known === undefined ? spreadUnder(table, column, { hierarchy, steps }) : known;
    spreads.set(key, sd);
    if (sd !== null && sd > 0) cells.push({ column, row, sd });
  }
  return byColumn(cells);
};

/** Cells whose figure, their own or what stands in for it, has a standard error. */
export const errorCells = (table: Table): DrawnCells => {
  const cells: DrawnCell[] = [];
  for (const [index, sd] of table.standardErrors) {
    const column = Math.floor(index / table.rows.length);
    const row = index % table.rows.length;
    const isThere = !Number.isNaN(table.columns[column]?.[row] ?? Number.NaN);
    if (sd > 0 && isThere) cells.push({ column, row, sd });
  }
  return byColumn(cells);
};

/** Each cell's value + sd × a standard normal draw; columns with none of the cells stay the same. */
export const drawCells = (table: Table, cells: DrawnCells, stream: RandomStream): Table => {
  const columns = [...table.columns];
  const height = table.rows.length;
  // Two buffers for all columns: every replication draws anew, and many small ones cost more than the draws.
  const all = new Float64Array(height * cells.length);
  const scratch = new Float64Array(height);
  cells.forEach(({ column, rows, sds }, k) => {
    const own = table.columns[column];
    if (!own) return;
    const drawn = all.subarray(k * height, (k + 1) * height);
    drawn.set(own);
    const normals = scratch.subarray(0, rows.length);
    stream.normals(normals);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      drawn[row] = (drawn[row] ?? Number.NaN) + (sds[i] ?? 0) * (normals[i] ?? 0);
    }
    columns[column] = drawn;
  });
  return { ...table, columns };
};
