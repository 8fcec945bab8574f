import { describe, expect, it } from 'vitest';
import { taiObservations, taiRecipe } from '../oracles/tai';
import { score } from '../score';
import { sobol } from './sobol';

const scored = score({ recipe: taiRecipe('equal'), observations: taiObservations() });
const settings = scored.recipe.uncertainty;
const indexOf = (found: ReturnType<typeof sobol>, factor: string) =>
  found.kind === 'decomposed' ? found.indices.find((index) => index.factor === factor) : undefined;

describe('sobol', () => {
  const two = sobol(scored, {
    n: 200,
    settings: {
      ...settings,
      aggregation: [{ kind: 'arithmetic' }, { kind: 'geometric', floor: 0.01 }],
    },
  });

  it('splits the variance of the mean rank shift between the factors', () => {
    const [weights, aggregation] = [indexOf(two, 'weights'), indexOf(two, 'aggregation')];
    // The geometric mean moves many more ranks here than weights of ±25 % do.
    expect(aggregation?.first).toBeGreaterThan(0.5);
    expect(weights?.total).toBeLessThan(0.5);
    for (const index of [weights, aggregation]) {
      expect(index?.totalRange[0]).toBeLessThanOrEqual(index?.total ?? 0);
      expect(index?.totalRange[1]).toBeGreaterThanOrEqual(index?.total ?? 0);
    }
  });

  it('gives the same figures for the same seed', () => {
    const again = sobol(scored, {
      n: 200,
      settings: {
        ...settings,
        aggregation: [{ kind: 'arithmetic' }, { kind: 'geometric', floor: 0.01 }],
      },
    });
    expect(again).toEqual(two);
  });

  it('gives all to the only factor, and nothing to an inert one', () => {
    const one = indexOf(sobol(scored, { n: 200 }), 'weights');
    expect(Math.abs((one?.first ?? 0) - 1)).toBeLessThan(0.15);
    expect(Math.abs((one?.total ?? 0) - 1)).toBeLessThan(0.15);
    const inert = indexOf(
      sobol(scored, { n: 50, settings: { ...settings, winmax: [1, 5] } }),
      'winmax',
    );
    expect(inert).toMatchObject({ inert: true, first: 0, total: 0 });
  });

  it('names that there is nothing to vary, or nothing that varies', () => {
    const none = { ...settings, weights: { kind: 'none' as const } };
    expect(sobol(scored, { n: 10, settings: none })).toEqual({ kind: 'no-factor' });
    expect(sobol(scored, { n: 10, settings: { ...none, winmax: [1] } })).toEqual({
      kind: 'no-variance',
      meanShift: 0,
    });
  });
});
