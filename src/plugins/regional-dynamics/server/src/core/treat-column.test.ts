import { describe, expect, it } from 'vitest';
import type { Treatment } from './recipe';
import { logCt, treatColumn } from './treat-column';

const treatment: Treatment = {
  skewness: 2,
  kurtosis: 3.5,
  winmax: { points: 5 },
  log: true,
  mirrorNegativeSkew: false,
};
const check = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]);

describe('treatColumn', () => {
  it('winsorises no more points than it must', () => {
    const values = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30]);
    expect(treatColumn(check, treatment)).toEqual({ kind: 'winsorised', values, points: 1 });
  });

  it('works at the low side too', () => {
    const treated = treatColumn(
      check.map((x) => -x),
      treatment,
    );
    expect(treated).toMatchObject({ kind: 'winsorised', points: 1 });
  });

  it('moves tied values together, and not at all where that is too many', () => {
    const tied = Float64Array.from([...check.map((x) => x / 10), ...check, 1000, 1000]);
    const treated = treatColumn(tied, treatment);
    expect(treated.kind === 'winsorised' && [...treated.values.slice(-2)]).toEqual([30, 30]);
    expect(treatColumn(tied, { ...treatment, winmax: { points: 1 }, log: false }).kind).toBe(
      'still-skewed',
    );
  });

  it('takes the logarithm of the original values where winsorising is not enough', () => {
    const treated = treatColumn(check, { ...treatment, winmax: { points: 0 } });
    expect(treated).toEqual({ kind: 'log', values: logCt(check) });
  });

  it('mirrors the logarithm where the skew is negative, if it may; the order stays', () => {
    const low = check.map((x) => -x);
    const unmoved: Treatment = { ...treatment, winmax: { points: 0 } };
    expect(treatColumn(low, unmoved).kind).toBe('still-skewed');
    const mirrored: Treatment = { ...unmoved, mirrorNegativeSkew: true };
    expect(treatColumn(low, mirrored)).toEqual({
      kind: 'log',
      values: logCt(check).map((y) => -y),
    });
    // A positive skew is not mirrored.
    expect(treatColumn(check, mirrored)).toEqual({ kind: 'log', values: logCt(check) });
  });

  it('takes winmax as a share of the figures that are there, rounded down', () => {
    const share = (part: number) =>
      treatColumn(Float64Array.of(...check, Number.NaN), {
        ...treatment,
        winmax: { share: part },
        log: false,
      });
    expect(share(0.09)).toMatchObject({ kind: 'winsorised', points: 1 });
    expect(share(0.08).kind).toBe('still-skewed');
  });

  it('leaves alone and names what nothing helps', () => {
    const spike = Float64Array.from([...new Array(60).fill(0), 1, 1e9]);
    expect(treatColumn(spike, { ...treatment, winmax: { points: 0 } }).kind).toBe('still-skewed');
    expect(treatColumn(new Float64Array(9), treatment)).toEqual({
      kind: 'untreatable',
      reason: 'constant',
    });
  });
});
