import { type Grid, gridIndex } from './grid';
import { joinFlags } from './join-flags';
import type { ImputationStep } from './recipe';
import type { CellOrigin } from './table';

/** A figure that fills a gap; its flag and standard error are those of the figures it is of. */
export type Filled = { value: number; flag?: string; standardError?: number; origin: CellOrigin };
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

/** What is known of a figure beside its value. */
export const aboutFigure = (
  grid: Grid,
  at: { indicator: number; unit: number; year: number },
): Pick<Filled, 'flag' | 'standardError'> => {
  const index = gridIndex(grid, at);
  const flag = grid.flags.get(index);
  const standardError = grid.standardErrors.get(index);
  return {
    ...(flag === undefined ? {} : { flag }),
    ...(standardError === undefined ? {} : { standardError }),
  };
};

/** The same of a figure between two: a break, say, of either is one of the line between them. */
const aboutBetween = (
  before: Pick<Filled, 'flag' | 'standardError'>,
  after: Pick<Filled, 'flag' | 'standardError'>,
  share: number,
): Pick<Filled, 'flag' | 'standardError'> => {
  const flag = joinFlags([before.flag, after.flag]);
  const [first, second] = [before.standardError, after.standardError];
  return {
    ...(flag === undefined ? {} : { flag }),
    ...(first === undefined || second === undefined
      ? {}
      : { standardError: Math.hypot((1 - share) * first, share * second) }),
  };
};

/**
 * The unit's own figure of another year: linear between the two known years around it, else the
 * nearest one (the earlier of two as near) at most `maxCarryYears` away. `age` is negative for a
 * figure carried back. Null where there is none. Flags and standard errors come with the figures.
 */
export const imputeInTime = (search: Search): Filled | null => {
  const { grid, indicator, unit, year, step, maxCarryYears } = search;
  const figure = (y: number) =>
    grid.values[gridIndex(grid, { indicator, unit, year: y })] ?? Number.NaN;
  const about = (y: number) => aboutFigure(grid, { indicator, unit, year: y });
  const known = [...grid.years.keys()].filter((y) => !Number.isNaN(figure(y)));
  const yearOf = (y: number) => grid.years[y] ?? Number.NaN;
  const before = known.findLast((y) => yearOf(y) < year);
  const after = known.find((y) => yearOf(y) > year);
  if (step.interpolate && before !== undefined && after !== undefined) {
    const [from, to] = [yearOf(before), yearOf(after)];
    const share = (year - from) / (to - from);
    return {
      value: figure(before) + share * (figure(after) - figure(before)),
      ...aboutBetween(about(before), about(after), share),
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
  return {
    value: figure(nearest.y),
    ...about(nearest.y),
    origin: { kind: 'carried', from: yearOf(nearest.y), age: nearest.age },
  };
};
