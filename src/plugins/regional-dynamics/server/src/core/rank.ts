/** Two values closer than this share of the larger one are ties. */
const TIE_TOLERANCE = 1e-12;

/** True when `a` is better than `b` by more than the tie tolerance. */
export const strictlyBetter = (a: number, b: number): boolean =>
  a - b > TIE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

/**
 * Ranks: 1 + number of values strictly better, higher is better; a gap (NaN) gets rank 0.
 * @param out filled and returned, so that replications need no new memory
 * @param scratch at least as long as `values`
 */
export const rankInto = (
  values: Float64Array,
  out: Uint32Array,
  scratch: Float64Array = new Float64Array(values.length),
): Uint32Array => {
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isNaN(value)) scratch[n++] = value;
  }
  const sorted = scratch.subarray(0, n).sort();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) {
      out[i] = 0;
      continue;
    }
    // Better values form the end of the ascending array: find where that end begins.
    let low = 0;
    let high = n;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (strictlyBetter(sorted[middle] ?? Number.NaN, value)) high = middle;
      else low = middle + 1;
    }
    out[i] = 1 + n - low;
  }
  return out;
};

/** How many units share each rank (1: no tie). Gaps get 0. */
export const tiesOf = (ranks: ArrayLike<number>): number[] => {
  const counts = new Map<number, number>();
  const list = Array.from(ranks);
  for (const r of list) counts.set(r, (counts.get(r) ?? 0) + 1);
  return list.map((r) => (r === 0 ? 0 : (counts.get(r) ?? 0)));
};
