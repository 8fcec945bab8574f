import { describe, expect, it } from 'vitest';
import { percentile, shapeOf } from './statistics';

const check = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100];

describe('shapeOf', () => {
  it('has the check values of skewness and excess kurtosis', () => {
    expect(shapeOf(check)).toEqual({
      kind: 'measured',
      n: 12,
      skewness: expect.closeTo(3.063241, 6),
      kurtosis: expect.closeTo(9.741391, 6),
    });
    expect(shapeOf([...check.slice(0, 11), 30])).toMatchObject({
      skewness: expect.closeTo(1.712038, 6),
      kurtosis: expect.closeTo(1.815781, 6),
    });
  });

  it('names what it cannot measure', () => {
    expect(shapeOf([1, 2, 3])).toEqual({ kind: 'too-few', n: 3 });
    expect(shapeOf([2, 2, 2, 2, Number.NaN])).toEqual({ kind: 'constant', n: 4 });
  });
});

describe('percentile', () => {
  it('is of type 7', () => {
    expect(percentile([1, 2, 3, 4], 0.05)).toBeCloseTo(1.15, 12);
    expect(percentile([4, 1, Number.NaN, 3, 2], 0.95)).toBeCloseTo(3.85, 12);
    expect(percentile([7], 0.5)).toBe(7);
    expect(percentile([], 0.5)).toBeNull();
  });
});
