import { standardDeviation } from '../statistics';
import type { Matrix } from './linear-algebra';

export type Correlation =
  | { kind: 'correlated'; r: number; n: number }
  | { kind: 'too-few'; n: number }
  | { kind: 'constant'; n: number };

/** Pearson's r over the rows where both columns have a value (at least three). */
export const correlation = (a: ArrayLike<number>, b: ArrayLike<number>): Correlation => {
  const pairs = Array.from(a, (x, row) => [x, b[row] ?? Number.NaN] as const).filter(
    ([x, y]) => Number.isFinite(x) && Number.isFinite(y),
  );
  const n = pairs.length;
  if (n < 3) return { kind: 'too-few', n };
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  if (xx === 0 || yy === 0) return { kind: 'constant', n };
  return { kind: 'correlated', r: Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))), n };
};

export type CorrelationMatrix =
  | { kind: 'matrix'; r: Matrix; sd: number[]; n: number }
  | { kind: 'too-few'; n: number }
  | { kind: 'constant'; column: number };

/** Correlations over the rows in which every column has a value (complete cases, at least three). */
export const correlationMatrix = (columns: readonly ArrayLike<number>[]): CorrelationMatrix => {
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => row).filter((row) =>
    columns.every((column) => Number.isFinite(column[row] ?? Number.NaN)),
  );
  if (rows.length < 3) return { kind: 'too-few', n: rows.length };
  const complete = columns.map((column) => rows.map((row) => column[row] ?? Number.NaN));
  const sd = complete.map((column) => standardDeviation(column) ?? 0);
  const constant = sd.indexOf(0);
  if (constant >= 0) return { kind: 'constant', column: constant };
  const r = complete.map((a) =>
    complete.map((b) => {
      const pair = correlation(a, b);
      return pair.kind === 'correlated' ? pair.r : Number.NaN;
    }),
  );
  return { kind: 'matrix', r, sd, n: rows.length };
};
