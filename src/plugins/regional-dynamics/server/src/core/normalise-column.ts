import type { CellReason, ExclusionReason } from './notice';
import { strictlyBetter } from './rank';
import type { Normalisation, RecipeIndicator } from './recipe';
import { mean, standardDeviation } from './statistics';

export type NormalisedColumn =
  | { kind: 'excluded'; reason: ExclusionReason }
  | { kind: 'normalised'; values: Float64Array; unusable: { row: number; reason: CellReason }[] };

type Setting = Pick<RecipeIndicator, 'direction' | 'goalposts' | 'target' | 'reference'>;

const excluded = (reason: ExclusionReason): NormalisedColumn => ({ kind: 'excluded', reason });

const mapped = (
  values: Float64Array,
  out: Float64Array,
  rule: (x: number, row: number) => number | CellReason,
): NormalisedColumn => {
  const unusable: { row: number; reason: CellReason }[] = [];
  for (let row = 0; row < values.length; row++) {
    const x = values[row] ?? Number.NaN;
    out[row] = Number.NaN;
    if (Number.isNaN(x)) continue;
    const y = rule(x, row);
    if (typeof y === 'number' && Number.isFinite(y)) out[row] = y;
    else unusable.push({ row, reason: typeof y === 'number' ? 'overflow' : y });
  }
  return { kind: 'normalised', values: out, unusable };
};

/**
 * The values that are there, not to be written to, and their ends; a loop by index, since every
 * replication may need it.
 */
const presentIn = (values: Float64Array): { present: Float64Array; min: number; max: number } => {
  let [n, min, max] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? Number.NaN;
    if (Number.isNaN(x)) continue;
    n++;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  const present = n === values.length ? values : values.filter((x) => !Number.isNaN(x));
  return { present, min, max };
};

/** How many values are strictly worse than one, in the indicator's direction; ties as in ranks. */
const countWorse = (present: Float64Array, direction: 'more' | 'less'): ((x: number) => number) => {
  const sign = direction === 'more' ? 1 : -1;
  const sorted = present.map((x) => sign * x).sort();
  return (x) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (strictlyBetter(sign * x, sorted[middle] ?? Number.NaN)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};

/** A ratio the other way round; below zero it would turn the order of the units. */
const inverted = (
  best: number,
  x: number,
  stretch = (share: number) => share,
): number | CellReason => {
  if (x === 0) return 'zero-when-less-is-better';
  return x < 0 ? 'negative-when-less-is-better' : stretch(best / x);
};

/**
 * Step 5 on one column. Less-is-better flips the formula together with goalposts, targets and
 * references. What cannot be computed is named, never NaN: a constant column, a single value, a
 * reference that is missing or no better than the worst value, a ratio to what is not above zero.
 * A rule that measures against the column's own ends or spread has nothing to say of a constant;
 * goalposts and ratios do.
 *
 * Formulas (more is better; x over all units and years of the column):
 * - goalposts `min(1, max(0, (x−l)/(u−l)))`, less `(u−x)/(u−l)`; min-max `(x−min)/(max−min)`
 * - z-score `mean + sd·(x−x̄)/s`, s on n−1, less with the opposite sign
 * - percentile rank `(r−1)/(n−1)`, Borda `r−1`, with r = 1 + number strictly worse
 * - distance to target `min(1, 1−(t−x)/(t−min))`, less `min(1, 1−(x−t)/(max−t))`
 * - distance to reference: the same with ref and without the cap; ratio `100·x/ref`, less `100·ref/x`
 * - distance to maximum `1−(max−x)/(max−min)`; fraction of the maximum `x/max`, less `min/x`
 * @param references the reference of each row, where the rule has one (NaN: not known)
 * @param out filled with the values of what is answered, if it is not excluded
 */
export const normaliseColumn = ({
  values,
  rule,
  setting,
  references,
  out = new Float64Array(values.length),
}: {
  values: Float64Array;
  rule: Normalisation;
  setting: Setting;
  references?: Float64Array;
  out?: Float64Array;
}): NormalisedColumn => {
  const { present, min, max } = presentIn(values);
  const n = present.length;
  if (n === 0) return excluded('no-values');
  const more = setting.direction === 'more';
  const [a, b] = 'scale' in rule ? rule.scale : [0, 1];
  const stretch = (share: number) => a + share * (b - a);
  const degenerate = (): ExclusionReason | null =>
    n === 1 ? 'single-value' : min === max ? 'constant' : null;

  switch (rule.kind) {
    case 'none':
      return mapped(values, out, (x) => x);
    case 'goalposts': {
      const goalposts = setting.goalposts ?? rule.goalposts;
      if (!goalposts) return excluded('goalposts-missing');
      const [l, u] = goalposts;
      return mapped(values, out, (x) =>
        stretch(Math.min(1, Math.max(0, (more ? x - l : u - x) / (u - l)))),
      );
    }
    case 'min-max':
    case 'distance-to-maximum': {
      const reason = degenerate();
      if (reason) return excluded(reason);
      return mapped(values, out, (x) => stretch((more ? x - min : max - x) / (max - min)));
    }
    case 'z-score': {
      const reason = degenerate();
      const centre = mean(present);
      const s = standardDeviation(present);
      if (reason || centre === null || s === null || s === 0) return excluded(reason ?? 'constant');
      return mapped(
        values,
        out,
        (x) => rule.mean + (rule.sd * (more ? x - centre : centre - x)) / s,
      );
    }
    case 'percentile-rank':
    case 'borda': {
      const reason = degenerate();
      if (reason) return excluded(reason);
      const worse = countWorse(present, setting.direction);
      return mapped(values, out, (x) => {
        const below = worse(x);
        return rule.kind === 'borda' ? below : stretch(below / (n - 1));
      });
    }
    case 'distance-to-target': {
      const t = setting.target ?? rule.target;
      if (t === undefined) return excluded('target-missing');
      const reason = degenerate();
      if (reason) return excluded(reason);
      const worst = more ? min : max;
      if (t === worst) return excluded('target-equals-minimum');
      // A target behind every unit is reached by all of them.
      if (more ? t < worst : t > worst) return mapped(values, out, () => stretch(1));
      return mapped(values, out, (x) => stretch(Math.min(1, 1 - (t - x) / (t - worst))));
    }
    case 'distance-to-reference': {
      const worst = more ? min : max;
      if (references?.every((ref) => Number.isNaN(ref))) return excluded('reference-missing');
      const reason = degenerate();
      if (reason) return excluded(reason);
      if (references?.some((ref) => ref === worst)) return excluded('reference-equals-minimum');
      if (references?.some((ref) => (more ? ref < worst : ref > worst))) {
        return excluded('reference-behind-all');
      }
      return mapped(values, out, (x, row) => {
        const ref = references?.[row] ?? Number.NaN;
        return Number.isNaN(ref) ? 'reference-missing' : stretch(1 - (ref - x) / (ref - worst));
      });
    }
    case 'ratio-to-reference': {
      if (references?.every((ref) => Number.isNaN(ref))) return excluded('reference-missing');
      if (references?.some((ref) => ref === 0)) return excluded('zero-reference');
      if (references?.some((ref) => ref < 0)) return excluded('negative-reference');
      return mapped(values, out, (x, row) => {
        const ref = references?.[row] ?? Number.NaN;
        if (Number.isNaN(ref)) return 'reference-missing';
        return more ? (100 * x) / ref : inverted(100 * ref, x);
      });
    }
    case 'fraction-of-maximum': {
      const reason = degenerate();
      if (reason) return excluded(reason);
      if (!more) {
        if (min < 0) return excluded('negative-minimum');
        return mapped(values, out, (x) => inverted(min, x, stretch));
      }
      if (max === 0) return excluded('zero-maximum');
      if (max < 0) return excluded('negative-maximum');
      return mapped(values, out, (x) => stretch(x / max));
    }
  }
};
