import { describe, expect, it } from 'vitest';
import { normaliseColumn } from './normalise-column';
import type { Normalisation } from './recipe';

const scale: [number, number] = [0, 100];

describe('normaliseColumn', () => {
  it.each<[string, number[], Normalisation, number | undefined, string]>([
    ['nothing', [Number.NaN], { kind: 'min-max', scale }, undefined, 'no-values'],
    ['one value', [3, Number.NaN], { kind: 'percentile-rank', scale }, undefined, 'single-value'],
    ['a constant', [3, 3, 3], { kind: 'z-score', mean: 0, sd: 1 }, undefined, 'constant'],
    ['no goalposts', [1, 2], { kind: 'goalposts', scale }, undefined, 'goalposts-missing'],
    ['no target', [1, 2], { kind: 'distance-to-target', scale }, undefined, 'target-missing'],
    [
      'a constant with a target',
      [3, 3],
      { kind: 'distance-to-target', target: 5, scale },
      undefined,
      'constant',
    ],
    [
      'a constant with a reference',
      [3, 3],
      { kind: 'distance-to-reference', scale },
      5,
      'constant',
    ],
    [
      'one value with a reference',
      [3, Number.NaN],
      { kind: 'distance-to-reference', scale },
      5,
      'single-value',
    ],
    [
      'a constant as its own maximum',
      [3, 3],
      { kind: 'fraction-of-maximum', scale },
      undefined,
      'constant',
    ],
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
      'a reference below the minimum',
      [1, 2],
      { kind: 'distance-to-reference', scale },
      0,
      'reference-behind-all',
    ],
    ['a reference below zero', [1, 2], { kind: 'ratio-to-reference' }, -1, 'negative-reference'],
    [
      'a maximum below zero',
      [-2, -1],
      { kind: 'fraction-of-maximum', scale },
      undefined,
      'negative-maximum',
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

  it('keeps a constant that fixed marks measure', () => {
    const outcome = normaliseColumn({
      values: Float64Array.of(3, 3),
      rule: { kind: 'goalposts', goalposts: [0, 4], scale },
      setting: { direction: 'more' },
    });
    expect(outcome).toMatchObject({ kind: 'normalised', values: Float64Array.of(75, 75) });
  });

  it('names the cell that an inverted ratio cannot take', () => {
    const outcome = normaliseColumn({
      values: Float64Array.from([0, 2]),
      rule: { kind: 'fraction-of-maximum', scale },
      setting: { direction: 'less' },
    });
    expect(outcome).toMatchObject({ unusable: [{ row: 0, reason: 'zero-when-less-is-better' }] });
  });

  it('turns no order round where figures are below zero and less is better', () => {
    const setting = { direction: 'less' as const };
    const values = Float64Array.of(-1, 2, 4);
    const references = Float64Array.of(2, 2, 2);
    expect(
      normaliseColumn({ values, rule: { kind: 'fraction-of-maximum', scale }, setting }),
    ).toEqual({ kind: 'excluded', reason: 'negative-minimum' });
    expect(
      normaliseColumn({ values, rule: { kind: 'ratio-to-reference' }, setting, references }),
    ).toEqual({
      kind: 'normalised',
      values: Float64Array.of(Number.NaN, 100, 50),
      unusable: [{ row: 0, reason: 'negative-when-less-is-better' }],
    });
    expect(
      normaliseColumn({
        values,
        rule: { kind: 'distance-to-reference', scale },
        setting,
        references: references.fill(5),
      }),
    ).toEqual({ kind: 'excluded', reason: 'reference-behind-all' });
  });
});
