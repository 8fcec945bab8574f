export type ChangeInput = {
  aggregation: 'arithmetic' | 'geometric';
  children: readonly {
    code: string;
    weight: number;
    before: number | null;
    after: number | null;
  }[];
};

export type ChangeDecomposition =
  | {
      kind: 'decomposed';
      before: number;
      after: number;
      terms: { code: string; points: number }[];
      /** What comes from children that are there in one year only. */
      availability: number;
    }
  | { kind: 'no-common-child' }
  | { kind: 'non-positive'; code: string };

/** Logarithmic mean `(a − b) / (ln a − ln b)`, a where both are equal. */
const logarithmicMean = (a: number, b: number): number => {
  const ratio = Math.log(a / b);
  // Near 1 the quotient loses its digits; the series (a ≈ b) keeps them.
  return Math.abs(ratio) < 1e-6 ? Math.sqrt(a * b) * (1 + (ratio * ratio) / 24) : (a - b) / ratio;
};

type Present = { code: string; weight: number; x: number };

const meanOf = (kind: ChangeInput['aggregation'], children: readonly Present[]): number => {
  const weight = children.reduce((sum, child) => sum + child.weight, 0);
  if (kind === 'arithmetic') {
    return children.reduce((sum, { weight: w, x }) => sum + w * x, 0) / weight;
  }
  return Math.exp(children.reduce((sum, { weight: w, x }) => sum + w * Math.log(x), 0) / weight);
};

/**
 * Splits the change of a node between two years into one term per child; terms and the
 * availability term sum to the change. Arithmetic: `w·Δx`. Geometric:
 * `L(y_T, y_0) · w · ln(x_T/x_0)` with L the logarithmic mean (children after clamping).
 */
export const decomposeChange = ({ aggregation, children }: ChangeInput): ChangeDecomposition => {
  const weighing = children.filter(({ weight }) => weight > 0);
  if (aggregation === 'geometric') {
    const refused = weighing.find(({ before, after }) => (before ?? 1) <= 0 || (after ?? 1) <= 0);
    if (refused) return { kind: 'non-positive', code: refused.code };
  }
  const side = (which: 'before' | 'after', from: typeof weighing): Present[] =>
    from.flatMap((child) => {
      const x = child[which];
      return x === null ? [] : [{ code: child.code, weight: child.weight, x }];
    });
  const common = weighing.filter(({ before, after }) => before !== null && after !== null);
  if (common.length === 0) return { kind: 'no-common-child' };
  const before = meanOf(aggregation, side('before', weighing));
  const after = meanOf(aggregation, side('after', weighing));
  const commonBefore = meanOf(aggregation, side('before', common));
  const commonAfter = meanOf(aggregation, side('after', common));
  const weight = common.reduce((sum, child) => sum + child.weight, 0);
  const factor = aggregation === 'geometric' ? logarithmicMean(commonAfter, commonBefore) : 1;
  const terms = common.map(({ code, weight: w, before: x0, after: x1 }) => ({
    code,
    points:
      aggregation === 'geometric'
        ? (factor * w * Math.log((x1 ?? 1) / (x0 ?? 1))) / weight
        : (w * ((x1 ?? 0) - (x0 ?? 0))) / weight,
  }));
  const availability = after - before - (commonAfter - commonBefore);
  return { kind: 'decomposed', before, after, terms, availability };
};
