/** A sum is finite only where every value is; one that overflows is looked at value by value. */
const isWhole = (values: Float64Array): boolean => Number.isFinite(sumOf(values));

/**
 * The values that are there, not to be written to: where nothing is missing they are the given ones.
 * Loops by index, since replications spend most of their time here: one over an iterator takes
 * three times as long.
 */
const finite = (values: ArrayLike<number>): Float64Array => {
  if (values instanceof Float64Array && isWhole(values)) return values;
  const present = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isFinite(value)) present[n++] = value;
  }
  return present.subarray(0, n);
};

const sumOf = (values: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? Number.NaN;
  return sum;
};

/** Mean of the values that are there; null when there is none. */
export const mean = (values: ArrayLike<number>): number | null => {
  const present = finite(values);
  return present.length === 0 ? null : sumOf(present) / present.length;
};

/** Sample standard deviation (n − 1); null for fewer than two values. */
export const standardDeviation = (values: ArrayLike<number>): number | null => {
  const present = finite(values);
  if (present.length < 2) return null;
  const centre = sumOf(present) / present.length;
  return Math.sqrt(present.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (present.length - 1));
};

/**
 * Percentile of type 7 (R's default, Hyndman & Fan 1996) of the values that are there.
 * @param share in [0, 1]
 */
export const percentile = (values: ArrayLike<number>, share: number): number | null => {
  const sorted = finite(values).slice().sort();
  return sorted.length === 0 ? null : sortedPercentile(sorted, share);
};

/** The same on an ascending array without gaps. */
export const sortedPercentile = (sorted: ArrayLike<number>, share: number): number => {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (position - below) * (high - low);
};

export const median = (values: ArrayLike<number>): number | null => percentile(values, 0.5);

export type Shape =
  | { kind: 'too-few'; n: number }
  | { kind: 'constant'; n: number }
  | { kind: 'measured'; n: number; skewness: number; kurtosis: number };

/**
 * Sample skewness and excess kurtosis, bias-corrected as in the Handbook and COINr:
 * `√n Σd³/(Σd²)^{3/2} · √(n(n−1))/(n−2)` and `((n+1)(r−3)+6)(n−1)/((n−2)(n−3))`, `r = nΣd⁴/(Σd²)²`.
 */
export const shapeOf = (values: ArrayLike<number>): Shape => {
  const present = finite(values);
  const n = present.length;
  if (n < 4) return { kind: 'too-few', n };
  const first = present[0] ?? Number.NaN;
  if (present.every((x) => x === first)) return { kind: 'constant', n };
  const centre = sumOf(present) / n;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (let i = 0; i < n; i++) {
    const d = (present[i] ?? Number.NaN) - centre;
    squares += d * d;
    cubes += d * d * d;
    fourths += d * d * d * d;
  }
  if (squares === 0) return { kind: 'constant', n };
  const r = (n * fourths) / (squares * squares);
  return {
    kind: 'measured',
    n,
    skewness: ((Math.sqrt(n) * cubes) / squares ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2)),
    kurtosis: (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3)),
  };
};
