import { correlationMatrix } from './correlation';
import { solve } from './linear-algebra';

export type BalancedWeights =
  | { kind: 'balanced'; weights: number[]; n: number }
  | { kind: 'negative'; column: number; weight: number }
  | { kind: 'singular' }
  | { kind: 'too-few'; n: number }
  | { kind: 'constant'; column: number };

/**
 * Weights under which every column correlates equally with the weighted sum, solved exactly:
 * `w_i ∝ (R⁻¹1)_i / s_i`, summing to 1. Refused when one is negative or R cannot be inverted.
 */
export const balancedWeights = (columns: readonly ArrayLike<number>[]): BalancedWeights => {
  const correlations = correlationMatrix(columns);
  if (correlations.kind !== 'matrix') return correlations;
  const solution = solve(
    correlations.r,
    correlations.r.map(() => 1),
  );
  if (!solution) return { kind: 'singular' };
  const raw = solution.map((x, i) => x / (correlations.sd[i] ?? Number.NaN));
  const sum = raw.reduce((total, w) => total + w, 0);
  const weights = raw.map((w) => w / sum);
  const negative = weights.findIndex((w) => w < 0);
  if (negative >= 0) {
    return { kind: 'negative', column: negative, weight: weights[negative] ?? Number.NaN };
  }
  return { kind: 'balanced', weights, n: correlations.n };
};
