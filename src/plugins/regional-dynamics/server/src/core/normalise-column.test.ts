import { describe, expect, it } from 'vitest';
import { normaliseColumn } from './normalise-column';
import type { Normalisation } from './recipe';

const scale: [number, number] = [0, 100];
const values = Float64Array.from([2, 4, 4, 10, Number.NaN]);

const by = (
  rule: Normalisation,
  direction: 'more' | 'less',
  setting: { goalposts?: [number, number]; target?: number } = {},
  reference?: number,
) => {
  const outcome = normaliseColumn({
    values,
    rule,
    setting: { direction, ...setting },
    ...(reference === undefined ? {} : { references: new Float64Array(5).fill(reference) }),
  });
  return outcome.kind === 'normalised' ? [...outcome.values].slice(0, 4) : outcome.reason;
};

describe('normaliseColumn', () => {
  // Each column worked out by hand for 2, 4, 4, 10: min 2, max 10, mean 5, s = √12.
  const z = (x: number) => 50 + (10 * (x - 5)) / Math.sqrt(12);
  it.each<
    [string, Normalisation, Parameters<typeof by>[2], number | undefined, number[], number[]]
  >([
    [
      'goalposts',
      { kind: 'goalposts', scale },
      { goalposts: [0, 8] },
      undefined,
      [25, 50, 50, 100],
      [75, 50, 50, 0],
    ],
    ['min-max', { kind: 'min-max', scale: [1, 9] }, {}, undefined, [1, 3, 3, 9], [9, 7, 7, 1]],
    [
      'z-score',
      { kind: 'z-score', mean: 50, sd: 10 },
      {},
      undefined,
      [z(2), z(4), z(4), z(10)],
      [z(8), z(6), z(6), z(0)],
    ],
    [
      'percentile rank',
      { kind: 'percentile-rank', scale },
      {},
      undefined,
      [0, 100 / 3, 100 / 3, 100],
      [100, 100 / 3, 100 / 3, 0],
    ],
    ['Borda', { kind: 'borda' }, {}, undefined, [0, 1, 1, 3], [3, 1, 1, 0]],
    [
      'distance to target',
      { kind: 'distance-to-target', scale },
      { target: 6 },
      undefined,
      [0, 50, 50, 100],
      [100, 100, 100, 0],
    ],
    [
      'distance to reference',
      { kind: 'distance-to-reference', scale },
      {},
      6,
      [0, 50, 50, 200],
      [200, 150, 150, 0],
    ],
    [
      'ratio to reference',
      { kind: 'ratio-to-reference' },
      {},
      4,
      [50, 100, 100, 250],
      [200, 100, 100, 40],
    ],
    [
      'distance to maximum',
      { kind: 'distance-to-maximum', scale },
      {},
      undefined,
      [0, 25, 25, 100],
      [100, 75, 75, 0],
    ],
    [
      'fraction of maximum',
      { kind: 'fraction-of-maximum', scale },
      {},
      undefined,
      [20, 40, 40, 100],
      [100, 50, 50, 20],
    ],
    ['none', { kind: 'none' }, {}, undefined, [2, 4, 4, 10], [2, 4, 4, 10]],
  ])('%s', (_, rule, setting, reference, more, less) => {
    const close = (list: number[]) => list.map((x) => expect.closeTo(x, 10));
    expect(by(rule, 'more', setting, reference)).toEqual(close(more));
    expect(by(rule, 'less', setting, reference)).toEqual(close(less));
  });

  it('keeps a gap a gap', () => {
    const outcome = normaliseColumn({
      values,
      rule: { kind: 'min-max', scale },
      setting: { direction: 'more' },
    });
    expect(outcome.kind === 'normalised' && outcome.values[4]).toBeNaN();
  });

  it.each<[string, number[], Normalisation, number | undefined, string]>([
    ['nothing', [Number.NaN], { kind: 'min-max', scale }, undefined, 'no-values'],
    ['one value', [3, Number.NaN], { kind: 'percentile-rank', scale }, undefined, 'single-value'],
    ['a constant', [3, 3, 3], { kind: 'z-score', mean: 0, sd: 1 }, undefined, 'constant'],
    ['no reference', [1, 2], { kind: 'ratio-to-reference' }, Number.NaN, 'reference-missing'],
    ['a reference of zero', [1, 2], { kind: 'ratio-to-reference' }, 0, 'zero-reference'],
    [
      'a reference at the minimum',
      [1, 2],
      { kind: 'distance-to-reference', scale },
      1,
      'reference-equals-minimum',
    ],
    [
      'a maximum of zero',
      [-1, 0],
      { kind: 'fraction-of-maximum', scale },
      undefined,
      'zero-maximum',
    ],
  ])('names %s', (_, column, rule, reference, reason) => {
    const outcome = normaliseColumn({
      values: Float64Array.from(column),
      rule,
      setting: { direction: 'more' },
      ...(reference === undefined
        ? {}
        : { references: new Float64Array(column.length).fill(reference) }),
    });
    expect(outcome).toEqual({ kind: 'excluded', reason });
  });

  it('names the cell that an inverted ratio cannot take', () => {
    const outcome = normaliseColumn({
      values: Float64Array.from([0, 2]),
      rule: { kind: 'fraction-of-maximum', scale },
      setting: { direction: 'less' },
    });
    expect(outcome).toMatchObject({ unusable: [{ row: 0, reason: 'zero-when-less-is-better' }] });
  });
});
