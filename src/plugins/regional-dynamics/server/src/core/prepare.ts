import { compareCodes } from './compare-codes';
import { buildGrid, type Grid } from './grid';
import { impute } from './impute';
import type { Notice } from './notice';
import type { NutsVersion } from './nuts';
import { type Hierarchy, nutsHierarchy, type Observation } from './observation';
import { leavesOf } from './plan';
import type { ImputationStep, Recipe } from './recipe';
import { screen } from './screen';
import { type Table, tableOf } from './table';
import { transform } from './transform';

export type ScoreInput = {
  recipe: Recipe;
  observations: Iterable<Observation>;
  /** Years to score; default: every year observed. */
  years?: readonly number[];
  /** Units to score; default: every unit observed that is no other's parent. */
  units?: readonly string[];
  hierarchy?: Hierarchy;
  /** The version of NUTS whose codes the units are to have; default: whatever codes are given. */
  nutsVersion?: NutsVersion | null | undefined;
};

export type Prepared = {
  table: Table;
  unitsPerYear: number;
  /** Rows that are not scored; their notice says why. */
  dropped: ReadonlySet<number>;
  notices: Notice[];
  hierarchy: Hierarchy;
  /** The same cells filled by other steps: an assumption that may be tested. */
  imputedBy: (steps: readonly ImputationStep[]) => Table;
};

const unitsOf = (grid: Grid, hierarchy: Hierarchy): string[] => {
  const parents = new Set<string>();
  for (const unit of grid.units) {
    for (let at = hierarchy.parentOf(unit); at !== null; at = hierarchy.parentOf(at)) {
      if (parents.has(at)) break;
      parents.add(at);
    }
  }
  return grid.units.filter((unit) => !parents.has(unit));
};

/** Steps 1 to 3: transform and denominate, screen, impute. What comes out no longer varies. */
export const prepare = ({
  recipe,
  observations,
  years,
  units,
  hierarchy = nutsHierarchy,
  nutsVersion,
}: ScoreInput): Prepared => {
  const built = buildGrid({ recipe, observations, nutsVersion, ...(years ? { years } : {}) });
  const { grid, notices: transformed } = transform(recipe, built.grid);
  const scoredUnits = units ? [...new Set(units)].sort(compareCodes) : unitsOf(grid, hierarchy);
  const scoredYears = [...new Set(years ?? grid.years)].sort((a, b) => a - b);
  const bare = tableOf({
    grid,
    indicators: leavesOf(recipe.tree).sort(compareCodes),
    units: scoredUnits,
    years: scoredYears,
    hierarchy,
  });
  const screened = screen(recipe, bare);
  // A dropped row takes no part: it must not move minima, maxima or means.
  const imputedBy = (steps: readonly ImputationStep[]) => {
    const imputation = { ...recipe.imputation, steps: [...steps] };
    const filled = impute({ recipe: { ...recipe, imputation }, grid, table: bare, hierarchy });
    const dropped = new Set([...screened.dropped, ...filled.dropped]);
    for (const row of dropped) {
      for (const column of filled.table.columns) column[row] = Number.NaN;
    }
    return { ...filled, dropped };
  };
  const imputed = imputedBy(recipe.imputation.steps);
  const present = new Set(grid.units);
  const unknown = scoredUnits
    .filter((unit) => !present.has(unit))
    .map((unit): Notice => ({ kind: 'unknown-unit', unit }));
  return {
    table: imputed.table,
    unitsPerYear: scoredUnits.length,
    dropped: imputed.dropped,
    hierarchy,
    imputedBy: (steps) => imputedBy(steps).table,
    notices: [
      ...built.notices,
      ...unknown,
      ...transformed,
      ...screened.notices,
      ...imputed.notices,
    ],
  };
};
