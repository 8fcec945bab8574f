import { type Grid, gridIndex, isUsable } from './grid';
import type { Notice } from './notice';
import { isAsObserved, type Recipe } from './recipe';

const FUNCTIONS = { log10: Math.log10, ln: Math.log };

/**
 * Step 1: the declared transforms, then x / denominator of the same unit and year. A logarithm of
 * a value ≤ 0 and a denominator that is missing, zero or all but zero leave a gap and a notice.
 */
export const transform = (recipe: Recipe, grid: Grid): { grid: Grid; notices: Notice[] } => {
  if (recipe.indicators.every(isAsObserved)) {
    return { grid, notices: [] };
  }
  const values = Float64Array.from(grid.values);
  const standardErrors = new Map(grid.standardErrors);
  /** To first order: an error becomes |dy/dx| times itself. */
  const scaleError = (index: number, slope: number) => {
    const error = standardErrors.get(index);
    if (error !== undefined) standardErrors.set(index, error * Math.abs(slope));
  };
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
      } else {
        values[index] = FUNCTIONS[kind](value);
        scaleError(index, 1 / (kind === 'log10' ? value * Math.LN10 : value));
      }
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
      } else {
        values[index] = quotient;
        scaleError(index, 1 / divisor);
      }
    });
  }
  return { grid: { ...grid, values, standardErrors }, notices };
};
