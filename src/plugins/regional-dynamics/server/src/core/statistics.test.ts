import { describe, expect, it } from 'vitest';
import { shapeOf } from './statistics';

describe('shapeOf', () => {
  it('names what it cannot measure', () => {
    expect(shapeOf([1, 2, 3])).toEqual({ kind: 'too-few', n: 3 });
    expect(shapeOf([2, 2, 2, 2, Number.NaN])).toEqual({ kind: 'constant', n: 4 });
  });
});
