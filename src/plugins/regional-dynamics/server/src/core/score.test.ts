import { describe, expect, it } from 'vitest';
import { demoObservations, demoRecipe } from './fixtures/demo';
import { score } from './score';

const at = (scored: ReturnType<typeof score>, unit: string, code: string) => {
  const row = scored.table.rows.findIndex((place) => place.unit === unit);
  const slot = [...scored.plan.leaves, ...scored.plan.nodes.map((node) => node.code)].indexOf(code);
  return { value: scored.slots[slot]?.[row], rank: scored.ranks[slot]?.[row] };
};

describe('score on the 252 regions of 2018', () => {
  it.each([
    ['FR10', 63.2708, 21],
    ['PL21', 38.9465, 136],
    ['ES70', 31.7125, 191],
    ['PT30', 28.1919, 206],
    ['EL43', 26.0731, 220],
  ])('%s, arithmetic throughout: %d, rank %d', (unit, value, rank) => {
    const recipe = { ...demoRecipe(), aggregation: [{ kind: 'arithmetic' as const }] };
    const scored = score({ recipe, observations: demoObservations(), years: [2018] });
    const found = at(scored, unit, 'dynamics');
    expect(found.value).toBeCloseTo(value, 4);
    expect(found.rank).toBe(rank);
  });

  it.each([
    ['FR10', 58.3539, 22],
    ['PL21', 35.8953, 102],
    ['EL43', 20.7139, 199],
    ['ES70', 19.4947, 208],
    ['PT30', 14.9819, 228],
  ])('%s, geometric across domains: %d, rank %d', (unit, value, rank) => {
    const scored = score({ recipe: demoRecipe(), observations: demoObservations(), years: [2018] });
    const found = at(scored, unit, 'dynamics');
    expect(found.value).toBeCloseTo(value, 4);
    expect(found.rank).toBe(rank);
  });

  it('has no technology for PT30', () => {
    const scored = score({ recipe: demoRecipe(), observations: demoObservations(), years: [2018] });
    expect(at(scored, 'PT30', 'technology')).toEqual({ value: Number.NaN, rank: 0 });
  });
});
