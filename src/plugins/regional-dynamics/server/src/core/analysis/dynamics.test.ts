import { expect, it } from 'vitest';
import { computeRanges } from '../ranges';
import { recipeSchema } from '../recipe';
import { resultOf } from '../result';
import { score } from '../score';

const recipe = recipeSchema.parse({
  code: 'r',
  indicators: ['a', 'b'].map((code) => ({ code, goalposts: [0, 100] })),
  aggregation: [{ kind: 'geometric', floor: 1 }],
  threshold: [1, 2],
  tree: { code: 'top', children: [{ indicator: 'a' }, { indicator: 'b' }] },
  uncertainty: { replications: 200, seed: 3 },
});

const panel = (years: Record<number, Record<string, [number | null, number | null]>>) =>
  Object.entries(years).flatMap(([year, units]) =>
    Object.entries(units).flatMap(([unit, [a, b]]) => [
      { unit, year: Number(year), indicator: 'a', value: a },
      { unit, year: Number(year), indicator: 'b', value: b },
    ]),
  );

const observations = panel({
  2011: { U1: [40, 90], U2: [60, 60], U3: [10, 10], U4: [null, null] },
  2013: { U1: [80, 90], U2: [60, 60], U3: [12, null], U4: [50, 50] },
});

it('compares the first and the last year, with terms that sum to the change', () => {
  const scored = score({ recipe, observations });
  const { dynamics } = resultOf(scored, computeRanges(scored));
  expect(dynamics).toMatchObject({ from: 2011, to: 2013 });
  const [one, two, three, four] = dynamics?.units ?? [];
  expect(one).toMatchObject({
    unit: 'U1',
    kind: 'compared',
    before: expect.closeTo(60, 9),
    rankChange: 0,
  });
  expect(two).toMatchObject({
    scoreChange: expect.closeTo(0, 9),
    growth: expect.closeTo(0, 9),
    rankChange: -1,
    before: expect.closeTo(60, 9),
  });
  expect(four).toEqual({ unit: 'U4', kind: 'not-comparable' });
  for (const unit of [one, two, three]) {
    if (unit?.kind !== 'compared' || unit.decomposition?.kind !== 'decomposed') throw new Error();
    const { terms, availability } = unit.decomposition;
    const sum = terms.reduce((total, { points }) => total + points, availability);
    expect(sum).toBeCloseTo(unit.scoreChange, 9);
  }
  // In 2011 the two are level at equal weights: which is ahead hangs on the weights alone.
  if (one?.kind !== 'compared') throw new Error();
  expect(one.improved).toBeGreaterThan(0.6);
  expect(one.improved).toBeLessThan(0.9);
  expect(one.growth).toBeCloseTo((Math.sqrt(7200) / 60) ** 0.5 - 1, 9);
});

it('says the same whether years are replicated together or one by one', () => {
  const scored = score({ recipe, observations });
  const apart = computeRanges(scored, recipe.uncertainty, 1);
  expect(resultOf(scored, apart)).toEqual(resultOf(scored, computeRanges(scored)));
});

it('is absent where there is one year', () => {
  const scored = score({ recipe, observations, years: [2011] });
  expect(resultOf(scored, computeRanges(scored)).dynamics).toBeUndefined();
});
