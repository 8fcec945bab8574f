/** Compound annual growth rate `(y_T/y_0)^{1/T} − 1`; null unless both are positive and T > 0. */
export const annualGrowth = (before: number, after: number, years: number): number | null =>
  before > 0 && after > 0 && years > 0 ? (after / before) ** (1 / years) - 1 : null;
