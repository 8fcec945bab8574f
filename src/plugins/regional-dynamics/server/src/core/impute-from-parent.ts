import { type Grid, gridIndex } from './grid';
import { aboutFigure, type Filled, imputeInTime, type TimeStep } from './impute-in-time';
import type { Hierarchy } from './observation';

/**
 * The figure of the nearest of the parents that has one, of the same year, else by the recipe's
 * time step. Where the unit *is* its parent the figure is its own. A total is taken only then:
 * a parent's total is not its parts'. How the parent's figure was come by stays with it.
 */
export const imputeFromParent = ({
  grid,
  hierarchy,
  unitAt,
  indicator,
  unit,
  year,
  levels,
  quantity,
  timeStep,
  maxCarryYears,
}: {
  grid: Grid;
  hierarchy: Hierarchy;
  unitAt: ReadonlyMap<string, number>;
  indicator: number;
  unit: string;
  year: number;
  levels: number;
  quantity: 'rate' | 'total';
  timeStep: TimeStep | undefined;
  maxCarryYears: number;
}): Filled | null => {
  const figureOf = (place: number): Filled | null => {
    const y = grid.years.indexOf(year);
    const at = { indicator, unit: place, year: y };
    const value = y < 0 ? Number.NaN : (grid.values[gridIndex(grid, at)] ?? Number.NaN);
    if (!Number.isNaN(value)) {
      return { value, ...aboutFigure(grid, at), origin: { kind: 'observed' } };
    }
    return timeStep
      ? imputeInTime({ grid, indicator, unit: place, year, step: timeStep, maxCarryYears })
      : null;
  };
  let at = unit;
  let whole = true;
  for (let level = 0; level < levels; level++) {
    whole &&= hierarchy.isWholeOfParent(at);
    const parent = hierarchy.parentOf(at);
    if (parent === null || (quantity === 'total' && !whole)) return null;
    at = parent;
    const place = unitAt.get(at);
    const found = place === undefined ? null : figureOf(place);
    if (!found) continue;
    if (whole) return found;
    const { origin } = found;
    const from = 'from' in origin ? origin.from : year;
    const to = origin.kind === 'interpolated' ? { to: origin.to } : {};
    return { ...found, origin: { kind: 'parent', unit: at, from, ...to, age: year - from } };
  }
  return null;
};
