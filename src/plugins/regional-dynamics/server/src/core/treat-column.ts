import type { Treatment } from './recipe';
import { shapeOf } from './statistics';

export type TreatedColumn =
  | { kind: 'untouched' }
  | { kind: 'untreatable'; reason: 'too-few' | 'constant' }
  | { kind: 'winsorised'; values: Float64Array; points: number }
  | { kind: 'log'; values: Float64Array }
  | { kind: 'still-skewed'; skewness: number; kurtosis: number };

type Limits = Pick<Treatment, 'skewness' | 'kurtosis'>;

const isSkewed = (shape: { skewness: number; kurtosis: number }, limits: Limits) =>
  Math.abs(shape.skewness) >= limits.skewness && shape.kurtosis >= limits.kurtosis;

/**
 * The outermost value of one side moves in to its neighbour, with every value tied to it.
 * @param out is filled
 * @returns false where there is no neighbour
 */
const winsoriseOnce = (values: Float64Array, side: 1 | -1, out: Float64Array): boolean => {
  let outer = Number.NEGATIVE_INFINITY;
  let inner = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const v = side * (values[i] ?? Number.NaN);
    if (v > outer) [inner, outer] = [outer, v];
    else if (v < outer && v > inner) inner = v;
  }
  if (inner === Number.NEGATIVE_INFINITY) return false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    out[i] = side * value === outer ? side * inner : value;
  }
  return true;
};

const moved = (a: Float64Array, b: Float64Array): number => {
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    const value = a[i] ?? Number.NaN;
    if (!Number.isNaN(value) && value !== b[i]) count++;
  }
  return count;
};

/**
 * `log_CT` of the Handbook's practice: `ln(x − min + 0.01·range)` on the original values; mirrored
 * (order kept) `−ln(max − x + 0.01·range)`.
 */
export const logCt = (values: Float64Array, mirrored = false): Float64Array => {
  const present = values.filter((value) => !Number.isNaN(value));
  const min = present.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const max = present.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const offset = 0.01 * (max - min);
  return values.map((x) => (mirrored ? -Math.log(max - x + offset) : Math.log(x - min + offset)));
};

/**
 * Step 4 on one column (NaN is a gap): while |skew| and excess kurtosis both reach their limits,
 * winsorise one more point at the side the skew points to, at most `winmax` points in all; where
 * that is not enough, `log_CT`; where that fails too, the column stays as it is and is named.
 */
export const treatColumn = (
  values: Float64Array,
  treatment: Treatment,
  { allowLog = treatment.log }: { allowLog?: boolean } = {},
): TreatedColumn => {
  const before = shapeOf(values);
  if (before.kind !== 'measured') return { kind: 'untreatable', reason: before.kind };
  if (!isSkewed(before, treatment)) return { kind: 'untouched' };
  const winmax =
    'points' in treatment.winmax
      ? treatment.winmax.points
      : Math.floor(treatment.winmax.share * before.n);
  let current = values;
  let shape = before;
  let spare: Float64Array | null = null;
  while (isSkewed(shape, treatment)) {
    const next: Float64Array = spare ?? new Float64Array(values.length);
    if (!winsoriseOnce(current, shape.skewness > 0 ? 1 : -1, next)) break;
    if (moved(values, next) > winmax) break;
    const measured = shapeOf(next);
    if (measured.kind !== 'measured') break;
    spare = current === values ? null : current;
    current = next;
    shape = measured;
  }
  if (!isSkewed(shape, treatment)) {
    return { kind: 'winsorised', values: current, points: moved(values, current) };
  }
  if (allowLog) {
    const log = logCt(values, before.skewness < 0 && treatment.mirrorNegativeSkew);
    const after = shapeOf(log);
    if (after.kind === 'measured' && !isSkewed(after, treatment))
      return { kind: 'log', values: log };
  }
  return { kind: 'still-skewed', skewness: before.skewness, kurtosis: before.kurtosis };
};
