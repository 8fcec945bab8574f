import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from './observation';
import { computeRanges } from './ranges';
import { type Normalisation, recipeSchema } from './recipe';
import { resultOf } from './result';
import { score } from './score';

const NORMALISATIONS: Normalisation[] = [
  { kind: 'goalposts', goalposts: [0, 5], scale: [0, 100] },
  { kind: 'min-max', scale: [0, 100] },
  { kind: 'z-score', mean: 50, sd: 10 },
  { kind: 'percentile-rank', scale: [0, 100] },
  { kind: 'borda' },
  { kind: 'distance-to-target', target: 3, scale: [0, 100] },
  { kind: 'distance-to-reference', reference: { unit: 'PL21' }, scale: [0, 100] },
  { kind: 'ratio-to-reference', reference: { unit: 'PL21' } },
  { kind: 'distance-to-maximum', scale: [0, 100] },
  { kind: 'fraction-of-maximum', scale: [0, 100] },
  { kind: 'none' },
];
const AGGREGATIONS = [
  { kind: 'arithmetic' },
  { kind: 'geometric', floor: null },
  { kind: 'geometric' },
  { kind: 'harmonic', floor: null },
  { kind: 'generalised', power: 0.5 },
  { kind: 'generalised', power: -300 },
  { kind: 'copeland' },
] as const;

/** The paths of every number in plain data that JSON could not carry. */
const notJson = (data: unknown, path = ''): string[] => {
  if (typeof data === 'number') return Number.isFinite(data) ? [] : [path];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => notJson(value, `${path}.${key}`));
};

const figure = fc.oneof(
  fc.constantFrom(null, 0, -1, 1, 1, 1e308, -1e308, 5e-324),
  fc.double({ min: -10, max: 10, noNaN: true }),
);
const observations: fc.Arbitrary<Observation[]> = fc.array(
  fc.record({
    unit: fc.constantFrom('PL2', 'PL21', 'PL22', 'EL43', 'FR10', 'FR1'),
    year: fc.constantFrom(2016, 2018),
    indicator: fc.constantFrom('a', 'b', 'c', 'unknown'),
    value: figure,
    flag: fc.constantFrom('', 'b', 'parent-NUTS1'),
  }),
  { maxLength: 40 },
);

describe('resultOf', () => {
  it('is plain data without NaN or infinity, whatever the input', () => {
    const choice = fc.record({
      observations,
      normalisation: fc.constantFrom(...NORMALISATIONS),
      aggregation: fc.constantFrom(...AGGREGATIONS),
      direction: fc.constantFrom('more' as const, 'less' as const),
      transform: fc.constantFrom('none' as const, 'ln' as const),
      treatment: fc.constantFrom(undefined, {}),
    });
    fc.assert(
      fc.property(
        choice,
        ({ observations: data, normalisation, aggregation, direction, transform, treatment }) => {
          const recipe = recipeSchema.parse({
            code: 'r',
            indicators: [
              { code: 'a', direction, transform },
              { code: 'b', denominator: 'c' },
              { code: 'c', quantity: 'total' },
            ],
            imputation: { steps: [{ kind: 'time' }, { kind: 'parent' }, { kind: 'group' }] },
            normalisation,
            ...(treatment ? { treatment } : {}),
            aggregation: [aggregation],
            tree: {
              code: 'top',
              children: [
                { code: 'left', children: [{ indicator: 'a' }, { indicator: 'b', weight: 0 }] },
                { indicator: 'c' },
              ],
            },
            uncertainty: { replications: 20, leaveOneOut: true },
          });
          const scored = score({ recipe, observations: data });
          expect(notJson(resultOf(scored, computeRanges(scored)))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('a unit that no replication ranks has no rank, and says what score it has', () => {
  const recipe = recipeSchema.parse({
    code: 'r',
    indicators: [{ code: 'a', direction: 'less', goalposts: [0, 10] }],
    tree: { code: 'top', children: [{ indicator: 'a' }] },
    // Under this alternative a zero, where less is better, is no figure.
    uncertainty: { replications: 5, normalisation: [{ kind: 'fraction-of-maximum' }] },
  });
  const data = [0, 4, 8].map((value, k) => ({ unit: `u${k}`, year: 2020, indicator: 'a', value }));
  const scored = score({ recipe, observations: data });
  const { units } = resultOf(scored, computeRanges(scored));
  expect(units.map(({ nodes }) => nodes.top)).toEqual([
    { kind: 'missing', reason: { kind: 'never-ranked', score: 100 } },
    expect.objectContaining({ kind: 'available', score: 60 }),
    expect.objectContaining({ kind: 'available', score: 20 }),
  ]);
});
