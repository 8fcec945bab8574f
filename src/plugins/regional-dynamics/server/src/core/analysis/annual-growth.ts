/**
 * Compound annual growth rate `(y_T/y_0)^{1/T} − 1`; null unless both are positive, T > 0
 * and the ratio is no overflow.
 */
export const annualGrowth = (before: number, after: number, years: number): number | null => {
  const growth = (after / before) ** (1 / years) - 1;
  return before > 0 && after > 0 && years > 0 && Number.isFinite(growth) ? growth : null;
};
