export type BetaConvergence =
  | {
      kind: 'converging';
      a: number;
      b: number;
      r2: number;
      n: number;
      speed: number;
      halfLife: number;
    }
  | { kind: 'diverging'; a: number; b: number; r2: number; n: number }
  /** 1 + bT ≤ 0: the gap closes within the period, no speed can be given. */
  | { kind: 'overshooting'; a: number; b: number; r2: number; n: number }
  | { kind: 'too-few'; n: number }
  | { kind: 'constant-start'; n: number }
  /** The values are too large or too far apart for their squares. */
  | { kind: 'overflow'; n: number };

/**
 * β-convergence by least squares: `(1/T) ln(y_T/y_0) = a + b ln y_0` over the units with both
 * values positive. Speed `−ln(1 + bT)/T` per year, half-life `ln 2 / speed` in years.
 * @param years T, the length of the period in years
 */
export const betaConvergence = (
  pairs: readonly { before: number | null; after: number | null }[],
  years: number,
): BetaConvergence => {
  const points = pairs.flatMap(({ before, after }) =>
    before !== null && after !== null && before > 0 && after > 0
      ? [{ x: Math.log(before), y: Math.log(after / before) / years }]
      : [],
  );
  const n = points.length;
  if (n < 3) return { kind: 'too-few', n };
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  if (xx === 0) return { kind: 'constant-start', n };
  const b = xy / xx;
  const fit = { a: meanY - b * meanX, b, r2: yy === 0 ? 1 : (xy * xy) / (xx * yy), n };
  if (![fit.a, b, fit.r2].every(Number.isFinite)) return { kind: 'overflow', n };
  if (b >= 0) return { kind: 'diverging', ...fit };
  if (1 + b * years <= 0) return { kind: 'overshooting', ...fit };
  const speed = -Math.log(1 + b * years) / years;
  return { kind: 'converging', ...fit, speed, halfLife: Math.LN2 / speed };
};
