import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankInto, strictlyBetter, tiesOf } from './rank';

const rank = (values: number[]) => [
  ...rankInto(Float64Array.from(values), new Uint32Array(values.length)),
];

describe('rankInto', () => {
  it('is 1 + number strictly better; a gap has none', () => {
    expect(rank([3, 1, Number.NaN, 3, 2])).toEqual([1, 4, 0, 1, 3]);
    expect(rank([])).toEqual([]);
  });

  it('ties values within 1e-12 of one another, and no others', () => {
    expect(rank([0.1 + 0.2, 0.3, 0.3 + 1e-9])).toEqual([2, 2, 1]);
    expect(rank([1e15 + 1, 1e15])).toEqual([1, 1]);
    expect(rank([1e-20, 0, -1e-20])).toEqual([1, 2, 3]);
  });

  it('agrees with the definition, counted one by one', () => {
    const figures = fc.array(
      fc.oneof(fc.double({ min: -9, max: 9 }), fc.integer({ min: -3, max: 3 })),
    );
    fc.assert(
      fc.property(figures, (values) => {
        const byHand = values.map((x) =>
          Number.isNaN(x) ? 0 : 1 + values.filter((y) => strictlyBetter(y, x)).length,
        );
        expect(rank(values)).toEqual(byHand);
      }),
    );
  });
});

it('tiesOf counts who shares a rank', () => {
  expect(tiesOf([1, 4, 0, 1, 3])).toEqual([2, 1, 0, 2, 1]);
});
