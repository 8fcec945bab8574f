import { strictlyBetter } from './rank';

/**
 * Share of the jointly observed weight on which unit j outranks unit k:
 * `e_jk = (Σ w_q[x_qj > x_qk] + ½ Σ w_q[equal]) / W`, so that `e_jk + e_kj = 1`. Null where the
 * joint weight W is less than `minJointWeight` of all weight, or nothing.
 */
export const outranking = ({
  columns,
  weights,
  j,
  k,
  minJointWeight,
}: {
  columns: readonly Float64Array[];
  weights: ArrayLike<number>;
  j: number;
  k: number;
  minJointWeight: number;
}): number | null => {
  let joint = 0;
  let all = 0;
  let won = 0;
  for (let q = 0; q < columns.length; q++) {
    const weight = weights[q] ?? 0;
    const a = columns[q]?.[j] ?? Number.NaN;
    const b = columns[q]?.[k] ?? Number.NaN;
    all += weight;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    joint += weight;
    if (strictlyBetter(a, b)) won += weight;
    else if (!strictlyBetter(b, a)) won += weight / 2;
  }
  return joint === 0 || joint < minJointWeight * all - 1e-12 ? null : won / joint;
};

/**
 * Copeland score: `Σ_k sign(e_jk − ½)` over the comparable units, an integer in [−(n−1), n−1].
 * The order of rows never matters.
 * @param eligible rows that take part; the others get NaN
 */
export const copeland = ({
  columns,
  weights,
  eligible,
  minJointWeight,
  out,
}: {
  columns: readonly Float64Array[];
  weights: ArrayLike<number>;
  eligible: readonly number[];
  minJointWeight: number;
  out: Float64Array;
}): void => {
  for (const row of eligible) out[row] = 0;
  for (let a = 0; a < eligible.length; a++) {
    for (let b = a + 1; b < eligible.length; b++) {
      const j = eligible[a] ?? 0;
      const k = eligible[b] ?? 0;
      const e = outranking({ columns, weights, j, k, minJointWeight });
      if (e === null || Math.abs(e - 0.5) <= 1e-12) continue;
      const sign = e > 0.5 ? 1 : -1;
      out[j] = (out[j] ?? 0) + sign;
      out[k] = (out[k] ?? 0) - sign;
    }
  }
};
