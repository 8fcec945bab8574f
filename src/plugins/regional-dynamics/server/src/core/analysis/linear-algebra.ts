export type Matrix = readonly (readonly number[])[];

const at = (matrix: Matrix, i: number, j: number): number => matrix[i]?.[j] ?? Number.NaN;

/**
 * Solves A x = b by Gaussian elimination with partial pivoting.
 * @returns null where A is singular (a pivot below 1e-12 of the largest entry)
 */
export const solve = (a: Matrix, b: readonly number[]): number[] | null => {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i] ?? Number.NaN]);
  const largest = Math.max(...a.flat().map(Math.abs));
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(at(rows, i, k)) > Math.abs(at(rows, pivot, k))) pivot = i;
    }
    if (!(Math.abs(at(rows, pivot, k)) > 1e-12 * largest)) return null;
    const [top, own] = [rows[pivot], rows[k]];
    if (!top || !own) return null;
    [rows[k], rows[pivot]] = [top, own];
    for (let i = k + 1; i < n; i++) {
      const factor = at(rows, i, k) / at(rows, k, k);
      rows[i] = (rows[i] ?? []).map((x, j) => x - factor * (top[j] ?? Number.NaN));
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(rows, i, n);
    for (let j = i + 1; j < n; j++) sum -= at(rows, i, j) * (x[j] ?? Number.NaN);
    x[i] = sum / at(rows, i, i);
  }
  return x;
};

/**
 * Eigenvalues and unit eigenvectors of a symmetric matrix by Jacobi rotations, largest first; the
 * largest component of each vector is positive.
 */
export const eigen = (symmetric: Matrix): { value: number; vector: number[] }[] => {
  const n = symmetric.length;
  const a = symmetric.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
  const get = (rows: Float64Array[], i: number, j: number) => rows[i]?.[j] ?? Number.NaN;
  const set = (rows: Float64Array[], i: number, j: number, value: number) => {
    const row = rows[i];
    if (row) row[j] = value;
  };
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += get(a, p, q) ** 2;
    if (off < 1e-24) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = get(a, p, q);
        if (apq === 0) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [x, y] = [get(a, k, p), get(a, k, q)];
          set(a, k, p, c * x - s * y);
          set(a, k, q, s * x + c * y);
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [get(a, p, k), get(a, q, k)];
          set(a, p, k, c * x - s * y);
          set(a, q, k, s * x + c * y);
          const [e, f] = [get(v, k, p), get(v, k, q)];
          set(v, k, p, c * e - s * f);
          set(v, k, q, s * e + c * f);
        }
      }
    }
  }
  return Array.from({ length: n }, (_, j) => {
    const vector = v.map((row) => row[j] ?? Number.NaN);
    const leading = vector.reduce(
      (best, x) => (Math.abs(x) > Math.abs(best) + 1e-12 ? x : best),
      0,
    );
    return { value: get(a, j, j), vector: leading < 0 ? vector.map((x) => -x) : vector };
  }).sort((x, y) => y.value - x.value);
};
