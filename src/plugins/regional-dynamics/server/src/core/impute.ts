import type { Grid } from './grid';
import { imputeFromParent } from './impute-from-parent';
import { type Filled, imputeInTime, type TimeStep } from './impute-in-time';
import type { Notice } from './notice';
import type { Hierarchy } from './observation';
import type { ImputationStep, Recipe } from './recipe';
import { mean, median } from './statistics';
import { type CellNote, originOf, type Table } from './table';

type GroupStep = Extract<ImputationStep, { kind: 'group' }>;

const keyOf = (group: string, year: number) => `${group} ${year}`;

/**
 * What a gap in each group and year is filled with: only observed figures make a group's mean or
 * median.
 */
const groupFillings = (
  table: Table,
  j: number,
  {
    groupOf,
    statistic,
  }: { groupOf: (unit: string) => string | null } & Pick<GroupStep, 'statistic'>,
): Map<string, Filled> => {
  const pools = new Map<string, { group: string; figures: number[] }>();
  table.rows.forEach(({ unit, year }, row) => {
    const value = table.columns[j]?.[row] ?? Number.NaN;
    const group = groupOf(unit);
    if (group === null || Number.isNaN(value) || originOf(table, j, row).kind !== 'observed')
      return;
    const pool = pools.get(keyOf(group, year));
    if (pool) pool.figures.push(value);
    else pools.set(keyOf(group, year), { group, figures: [value] });
  });
  const fillings = new Map<string, Filled>();
  for (const [key, { group, figures }] of pools) {
    const value = statistic === 'mean' ? mean(figures) : median(figures);
    const origin = { kind: 'group', group, statistic, n: figures.length } as const;
    if (value !== null) fillings.set(key, { value, origin });
  }
  return fillings;
};

const overImputed = (table: Table, maxImputedShare: number) => {
  const dropped = new Set<number>();
  const notices: Notice[] = [];
  table.rows.forEach(({ unit, year }, row) => {
    const imputed = table.indicators.filter((_, j) => originOf(table, j, row).kind !== 'observed');
    const share = imputed.length / Math.max(1, table.indicators.length);
    if (share <= maxImputedShare) return;
    dropped.add(row);
    notices.push({ kind: 'unit-over-imputed', unit, year, share, maxImputedShare });
  });
  return { dropped, notices };
};

/**
 * Step 3: fills gaps by the recipe's steps in their order; every filled cell says how, from where
 * and how old. Totals take nothing from a parent or a group. A row whose imputed share exceeds
 * `maxImputedShare` is dropped with its reason.
 */
export const impute = ({
  recipe,
  grid,
  table,
  hierarchy,
}: {
  recipe: Recipe;
  grid: Grid;
  table: Table;
  hierarchy: Hierarchy;
}): { table: Table; dropped: Set<number>; notices: Notice[] } => {
  const { steps, maxImputedShare } = recipe.imputation;
  const notes = new Map<number, CellNote>(table.notes);
  const standardErrors = new Map<number, number>(table.standardErrors);
  const columns = table.columns.map((column) => Float64Array.from(column));
  const unitAt = new Map(grid.units.map((unit, index) => [unit, index]));
  const timeStep = steps.find((step): step is TimeStep => step.kind === 'time');

  table.indicators.forEach((code, j) => {
    const column = columns[j];
    const setting = recipe.indicators.find((candidate) => candidate.code === code);
    if (!column || !setting) return;
    const indicator = grid.indicators.indexOf(code);
    const { quantity } = setting;
    const maxCarryYears = setting.maxCarryYears ?? timeStep?.maxCarryYears ?? 0;
    const fill = (find: (place: { unit: string; year: number }) => Filled | null) => {
      table.rows.forEach((place, row) => {
        const filled = Number.isNaN(column[row] ?? Number.NaN) ? find(place) : null;
        if (!filled) return;
        const { value, standardError, ...note } = filled;
        const cell = j * table.rows.length + row;
        column[row] = value;
        notes.set(cell, note);
        if (standardError !== undefined) standardErrors.set(cell, standardError);
      });
    };
    for (const step of steps) {
      if (step.kind === 'time') {
        fill(({ unit, year }) => {
          const place = unitAt.get(unit);
          if (place === undefined) return null;
          return imputeInTime({ grid, indicator, unit: place, year, step, maxCarryYears });
        });
      } else if (step.kind === 'parent') {
        const { levels } = step;
        const common = { grid, hierarchy, unitAt, indicator, levels, quantity, timeStep };
        fill((place) => imputeFromParent({ ...common, ...place, maxCarryYears }));
      } else if (quantity === 'rate') {
        const groupOf = (unit: string) => (step.by === 'all' ? '*' : hierarchy.groupOf(unit));
        const fillings = groupFillings(table, j, { groupOf, statistic: step.statistic });
        fill(({ unit, year }) => {
          const group = groupOf(unit);
          return group === null ? null : (fillings.get(keyOf(group, year)) ?? null);
        });
      }
    }
  });

  const filled = { ...table, columns, notes, standardErrors };
  const capped =
    maxImputedShare === undefined
      ? { dropped: new Set<number>(), notices: [] }
      : overImputed(filled, maxImputedShare);
  return { table: filled, ...capped };
};
