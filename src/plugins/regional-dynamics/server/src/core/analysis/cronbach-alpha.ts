import { correlationMatrix } from './correlation';

export type CronbachAlpha =
  | { kind: 'measured'; alpha: number; n: number }
  | { kind: 'too-few-columns' }
  | { kind: 'too-few'; n: number }
  | { kind: 'constant'; column: number };

/** Cronbach's α, standardised, on complete cases: `k r̄ / (1 + (k−1) r̄)`, r̄ the mean correlation. */
export const cronbachAlpha = (columns: readonly ArrayLike<number>[]): CronbachAlpha => {
  const k = columns.length;
  if (k < 2) return { kind: 'too-few-columns' };
  const correlations = correlationMatrix(columns);
  if (correlations.kind !== 'matrix') return correlations;
  const sum = correlations.r.flat().reduce((total, r) => total + r, 0) - k;
  const mean = sum / (k * (k - 1));
  return { kind: 'measured', alpha: (k * mean) / (1 + (k - 1) * mean), n: correlations.n };
};
