import { type Grid, gridIndex } from './grid';
import type { ImputationStep } from './recipe';
import type { CellOrigin } from './table';

export type Filled = { value: number; flag?: string; origin: CellOrigin };
export type TimeStep = Extract<ImputationStep, { kind: 'time' }>;
export type Search = {
  grid: Grid;
  /** Places in the grid. */
  indicator: number;
  unit: number;
  /** The year to fill, itself. */
  year: number;
  step: TimeStep;
  maxCarryYears: number;
};

/**
 * The unit's own figure of another year: linear between the two known years around it, else the
 * nearest one (the earlier of two as near) at most `maxCarryYears` away. `age` is negative for a
 * figure carried back. Null where there is none.
 */
export const imputeInTime = (search: Search): Filled | null => {
  const { grid, indicator, unit, year, step, maxCarryYears } = search;
  const figure = (y: number) =>
    grid.values[gridIndex(grid, { indicator, unit, year: y })] ?? Number.NaN;
  const known = [...grid.years.keys()].filter((y) => !Number.isNaN(figure(y)));
  const yearOf = (y: number) => grid.years[y] ?? Number.NaN;
  const before = known.findLast((y) => yearOf(y) < year);
  const after = known.find((y) => yearOf(y) > year);
  if (step.interpolate && before !== undefined && after !== undefined) {
    const [from, to] = [yearOf(before), yearOf(after)];
    const share = (year - from) / (to - from);
    return {
      value: figure(before) + share * (figure(after) - figure(before)),
      origin: { kind: 'interpolated', from, to },
    };
  }
  const nearest = [
    ...(step.carryForward && before !== undefined ? [before] : []),
    ...(step.carryBack && after !== undefined ? [after] : []),
  ]
    .map((y) => ({ y, age: year - yearOf(y) }))
    .filter(({ age }) => Math.abs(age) <= maxCarryYears)
    .sort((a, b) => Math.abs(a.age) - Math.abs(b.age))[0];
  if (!nearest) return null;
  const flag = grid.flags.get(gridIndex(grid, { indicator, unit, year: nearest.y }));
  return {
    value: figure(nearest.y),
    ...(flag === undefined ? {} : { flag }),
    origin: { kind: 'carried', from: yearOf(nearest.y), age: nearest.age },
  };
};
