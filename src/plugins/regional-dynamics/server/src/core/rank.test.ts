import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankInto, strictlyBetter, tiesOf } from './rank';

const rank = (values: number[]) => [
  ...rankInto(Float64Array.from(values), new Uint32Array(values.length)),
];

describe('rankInto', () => {
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
