import { type Grid, gridIndex, isUsable } from './grid';
import type { Notice } from './notice';
import type { Recipe } from './recipe';

const FUNCTIONS = { log10: Math.log10, ln: Math.log };

/**
 * Step 1: the declared transforms, then x / denominator of the same unit and year. A logarithm of
 * a value ≤ 0 and a denominator that is missing, zero or all but zero leave a gap and a notice.
 */
export const transform = (recipe: Recipe, grid: Grid): { grid: Grid; notices: Notice[] } => {
  if (recipe.indicators.every((i) => i.transform === 'none' && i.denominator === undefined)) {
    return { grid, notices: [] };
  }
  const values = Float64Array.from(grid.values);
  const notices: Notice[] = [];
  const each = (
    code: string,
    visit: (at: { unit: number; year: number }, index: number) => void,
  ) => {
    const indicator = grid.indicators.indexOf(code);
    for (let unit = 0; unit < grid.units.length; unit++) {
      for (let year = 0; year < grid.years.length; year++) {
        visit({ unit, year }, gridIndex(grid, { indicator, unit, year }));
      }
    }
  };
  const place = (at: { unit: number; year: number }) => ({
    unit: grid.units[at.unit] ?? '',
    year: grid.years[at.year] ?? 0,
  });
  for (const { code, transform: kind } of recipe.indicators) {
    if (kind === 'none') continue;
    each(code, (at, index) => {
      const value = values[index] ?? Number.NaN;
      if (Number.isNaN(value)) return;
      if (value <= 0) {
        notices.push({ kind: 'log-of-non-positive', ...place(at), indicator: code, value });
        values[index] = Number.NaN;
      } else values[index] = FUNCTIONS[kind](value);
    });
  }
  // Denominators are taken after all transforms and before any division.
  const divisors = Float64Array.from(values);
  for (const { code, denominator } of recipe.indicators) {
    if (denominator === undefined) continue;
    const by = grid.indicators.indexOf(denominator);
    each(code, (at, index) => {
      const value = values[index] ?? Number.NaN;
      if (Number.isNaN(value)) return;
      const divisor =
        by < 0 ? Number.NaN : (divisors[gridIndex(grid, { indicator: by, ...at })] ?? Number.NaN);
      const quotient = value / divisor;
      if (!isUsable(quotient)) {
        notices.push({ kind: 'denominator-unusable', ...place(at), indicator: code, denominator });
        values[index] = Number.NaN;
      } else values[index] = quotient;
    });
  }
  return { grid: { ...grid, values }, notices };
};
