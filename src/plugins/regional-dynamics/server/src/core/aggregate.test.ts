import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyMissing } from './aggregate';
import { outranking } from './copeland';
import type { Observation } from './observation';
import { type Aggregation, type Normalisation, recipeSchema } from './recipe';
import { score } from './score';

const rawRecipe = (codes: string[], aggregation: Aggregation, weights?: number[]) =>
  recipeSchema.parse({
    code: 'r',
    indicators: codes.map((code) => ({ code })),
    normalisation: { kind: 'none' },
    aggregation: [aggregation],
    tree: {
      code: 'top',
      children: codes.map((indicator, k) => ({ indicator, weight: weights?.[k] ?? 1 })),
    },
  });

const cells = (codes: string[], rows: Record<string, (number | null)[]>): Observation[] =>
  Object.entries(rows).flatMap(([unit, values]) =>
    values.map((value, k) => ({ unit, year: 2020, indicator: codes[k] ?? '', value })),
  );

const root = (scored: ReturnType<typeof score>) => [...(scored.slots.at(-1) ?? [])];
const abc = ['a', 'b', 'c'];

describe('aggregate', () => {
  it('wants two children of three', () => {
    const observations = cells(abc, { u1: [1, 3, 1], u2: [2, null, null], u3: [3, null, 1] });
    const scored = score({ recipe: rawRecipe(abc, { kind: 'arithmetic' }), observations });
    expect(root(scored)).toEqual([expect.closeTo(5 / 3, 12), Number.NaN, 2]);
    const [node] = scored.plan.nodes;
    expect(node && whyMissing(scored.plan, scored.slots, { node, row: 1, codes: abc })).toEqual({
      kind: 'below-threshold',
      have: 1,
      of: 3,
      threshold: [2, 3],
    });
  });

  it('clamps to the floor, or names a value that a geometric mean cannot take', () => {
    const observations = cells(abc, { u: [0, 8, 8] });
    const clamped = score({
      recipe: rawRecipe(abc, { kind: 'geometric', floor: 1 }),
      observations,
    });
    expect(root(clamped)[0]).toBeCloseTo(4, 12);
    const scored = score({
      recipe: rawRecipe(abc, { kind: 'geometric', floor: null }),
      observations,
    });
    const [node] = scored.plan.nodes;
    expect(node && whyMissing(scored.plan, scored.slots, { node, row: 0, codes: abc })).toEqual({
      kind: 'non-positive',
      child: 'a',
      value: 0,
    });
  });
});

const maybe = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
const tableOf = (n: number) =>
  fc.array(fc.tuple(maybe, maybe, maybe, maybe), { minLength: n, maxLength: n + 6 });
const codes = ['a', 'b', 'c', 'd'];
const asRows = (rows: (number | null)[][]) =>
  Object.fromEntries(rows.map((row, index) => [`u${String(index).padStart(2, '0')}`, row]));

describe('invariants', () => {
  it('e_jk + e_kj = 1 with missing cells', () => {
    fc.assert(
      fc.property(
        tableOf(2),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
        (rows, weights) => {
          const columns = codes.map((_, q) =>
            Float64Array.from(rows, (row) => row[q] ?? Number.NaN),
          );
          const e = outranking({ columns, weights, j: 0, k: 1, minJointWeight: 0 });
          const f = outranking({ columns, weights, j: 1, k: 0, minJointWeight: 0 });
          expect(e === null).toBe(f === null);
          if (e !== null && f !== null) expect(e + f).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it.each<Aggregation>([
    { kind: 'arithmetic' },
    { kind: 'geometric', floor: 1 },
    { kind: 'copeland', minJointWeight: 0.5 },
  ])('order of rows and of indicators changes nothing: %o', (aggregation) => {
    fc.assert(
      fc.property(tableOf(1), fc.infiniteStream(fc.nat()), (rows, order) => {
        const observations = cells(codes, asRows(rows));
        const shuffled = observations
          .map((cell) => ({ cell, key: order.next().value ?? 0 }))
          .sort((x, y) => x.key - y.key)
          .map(({ cell }) => cell);
        const there = score({ recipe: rawRecipe(codes, aggregation), observations });
        const here = score({
          recipe: rawRecipe([...codes].reverse(), aggregation),
          observations: shuffled,
        });
        expect(root(here)).toEqual(root(there));
      }),
    );
  });

  it('scaling an indicator by a positive factor changes nothing under min-max', () => {
    fc.assert(
      fc.property(tableOf(3), fc.constantFrom(0.5, 2, 1024), (rows, factor) => {
        const recipe = {
          ...rawRecipe(codes, { kind: 'arithmetic' }),
          normalisation: { kind: 'min-max' as const, scale: [0, 100] as [number, number] },
        };
        const scaled = rows.map(([a, ...rest]) => [a === null ? null : a * factor, ...rest]);
        const there = score({ recipe, observations: cells(codes, asRows(rows)) });
        const here = score({ recipe, observations: cells(codes, asRows(scaled)) });
        expect([...(here.ranks.at(-1) ?? [])]).toEqual([...(there.ranks.at(-1) ?? [])]);
      }),
    );
  });

  it.each<Normalisation>([
    { kind: 'min-max', scale: [0, 100] },
    // Narrower than the data: what is beyond is capped.
    { kind: 'goalposts', goalposts: [2, 15], scale: [0, 100] },
  ])('better data never ranks lower, whatever is missing: %o', (normalisation) => {
    const cell = fc.option(fc.nat(9), { nil: null, freq: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 2, maxLength: 8 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 20 }),
        (rows, q, plus) => {
          const recipe = { ...rawRecipe(codes, { kind: 'arithmetic' }), normalisation };
          const better = rows.map((row, index) =>
            index === 0 ? row.map((x, k) => (k === q && x !== null ? x + plus : x)) : row,
          );
          const before = score({ recipe, observations: cells(codes, asRows(rows)) });
          const after = score({ recipe, observations: cells(codes, asRows(better)) });
          // A column that stops being constant enters the tree: another index, not comparable.
          if (before.plan.leaves.length !== after.plan.leaves.length) return;
          const rankOf = ({ ranks }: typeof before) => ranks.at(-1)?.[0] ?? 0;
          expect(rankOf(after)).toBeLessThanOrEqual(rankOf(before));
        },
      ),
    );
  });
});
