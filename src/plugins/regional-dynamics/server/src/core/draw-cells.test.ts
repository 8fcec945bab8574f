import { describe, expect, it } from 'vitest';
import { sobol } from './analysis/sobol';
import { drawCells, errorCells, parentCells } from './draw-cells';
import { nutsHierarchy, type Observation } from './observation';
import { randomStream } from './random-stream';
import { computeRanges } from './ranges';
import { recipeSchema } from './recipe';
import { score } from './score';
import { replicate } from './uncertainty';

const recipe = (uncertainty: object, more: object = {}) =>
  recipeSchema.parse({
    code: 'r',
    indicators: [{ code: 'a' }, { code: 'b', transform: 'log10' }],
    imputation: { steps: [{ kind: 'parent' }] },
    normalisation: { kind: 'min-max' },
    tree: { code: 'top', children: [{ indicator: 'a' }, { indicator: 'b' }] },
    uncertainty: { replications: 40, seed: 5, weights: { kind: 'none' }, ...uncertainty },
    ...more,
  });

const at = (unit: string, a: number | null, b: number | null, standardError?: number) =>
  [
    { unit, indicator: 'a', value: a, standardError: standardError ?? null },
    { unit, indicator: 'b', value: b },
  ].map((cell): Observation => ({ ...cell, year: 2020 }));

// PL21 has no figure of a: PL2's stands in. Under PL1 a is 10 and 14, under EL3 20 and 26.
const observations = [
  ...at('PL2', 15, null),
  ...at('PL21', null, 10),
  ...at('PL11', 10, 20),
  ...at('PL12', 14, 30),
  ...at('EL31', 20, 40),
  ...at('EL32', 26, 50),
];

describe('what stands in from a parent', () => {
  const scored = score({ recipe: recipe({}), observations });

  it('is drawn with the spread of observed units under one parent, pooled', () => {
    const { table } = scored.prepared;
    const cells = parentCells(table, nutsHierarchy);
    const row = table.rows.findIndex(({ unit }) => unit === 'PL21');
    // Σd² = 2·2² + 2·3² = 26 over 4 − 2 degrees of freedom.
    expect(cells).toEqual([
      { column: 0, rows: Uint32Array.of(row), sds: Float64Array.of(Math.sqrt(26 / 2)) },
    ]);
    const drawn = drawCells(table, cells, randomStream(1, 1));
    expect(drawn.columns[0]?.[row]).not.toBe(15);
    expect(drawn.columns[1]).toBe(table.columns[1]);
    expect(table.columns[0]?.[row]).toBe(15);
  });

  it('moves ranks in the replications, and nothing else does', () => {
    const settings = recipe({ imputation: { parentDraw: true } }).uncertainty;
    const { ranks, factors } = replicate(scored, settings);
    expect(factors).toEqual([{ name: 'parent-draw', inert: false }]);
    const own = ranks.get('top') ?? [];
    expect(new Set(own.filter((_, i) => i % 5 === 4)).size).toBeGreaterThan(1);
    const whole = score({ recipe: recipe({}), observations: observations.slice(4) });
    expect(replicate(whole, settings).factors).toEqual([{ name: 'parent-draw', inert: true }]);
  });
});

describe('standard errors', () => {
  it('go with a figure that stands in for another', () => {
    const figures = observations.map((o) =>
      o.unit === 'PL2' && o.indicator === 'a' ? { ...o, standardError: 3 } : o,
    );
    const { table } = score({ recipe: recipe({}), observations: figures }).prepared;
    const row = table.rows.findIndex(({ unit }) => unit === 'PL21');
    expect(errorCells(table)).toEqual([
      { column: 0, rows: Uint32Array.of(row), sds: Float64Array.of(3) },
    ]);
  });

  it('are carried through transforms to first order, and drawn', () => {
    const given = recipe({ standardErrors: true }, { imputation: { steps: [] } });
    const figures = observations
      .filter(({ unit }) => unit !== 'PL2')
      .map((o) => (o.indicator === 'b' ? { ...o, standardError: 4 } : o));
    const scored = score({ recipe: given, observations: figures });
    const cells = errorCells(scored.prepared.table);
    expect(cells[0]?.rows).toHaveLength(5);
    expect(cells[0]?.sds[4]).toBeCloseTo(4 / (10 * Math.LN10), 12);
    const { factors, ranks } = replicate(scored);
    expect(factors).toEqual([{ name: 'standard-errors', inert: false }]);
    expect(new Set(ranks.get('top')).size).toBeGreaterThan(1);
  });

  it('that no figure has are said to be inert', () => {
    const scored = score({ recipe: recipe({ standardErrors: true }), observations });
    expect(replicate(scored).factors).toEqual([{ name: 'standard-errors', inert: true }]);
  });
});

describe('other ways to fill gaps', () => {
  const given = recipe({
    imputation: { alternatives: [[{ kind: 'group', by: 'all', statistic: 'median' }], []] },
    leaveOneOut: true,
  });
  const scored = score({ recipe: given, observations });

  it('are drawn evenly with the recipe’s own', () => {
    const { ranks, factors } = replicate(scored);
    expect(factors).toContainEqual({ name: 'imputation', inert: false });
    // Without any step PL21 has one of two children: below two thirds, it is not ranked.
    const own = [...(ranks.get('top') ?? [])].filter((_, i) => i % 5 === 4);
    expect(own).toContain(0);
    expect(own.some((rank) => rank > 0)).toBe(true);
  });

  it('may have cells of parents that the recipe’s own steps have not', () => {
    const imputation = { parentDraw: true, alternatives: [[{ kind: 'parent' }]] };
    const bare = score({ recipe: recipe({ imputation }, { imputation: {} }), observations });
    expect(replicate(bare).factors).toContainEqual({ name: 'parent-draw', inert: false });
  });

  it('take part in the sensitivity', () => {
    const found = sobol(scored, { n: 30, resamples: 10 });
    expect(found).toMatchObject({
      kind: 'decomposed',
      indices: [{ factor: 'imputation' }, { factor: 'leave-one-out' }],
    });
  });
});

it('ranges are the same whether years are replicated together or one by one', () => {
  const panel = [2019, 2020, 2021].flatMap((year) =>
    observations.map((o) => ({
      ...o,
      year,
      value: o.value === null ? null : o.value + (year % 7),
    })),
  );
  const given = recipe({ weights: { kind: 'uniform' }, imputation: { parentDraw: true } });
  const scored = score({ recipe: given, observations: panel });
  const together = computeRanges(scored);
  const apart = computeRanges(scored, given.uncertainty, 1);
  for (let row = 0; row < scored.blocks.rows; row++) {
    expect(apart.of('top', row)).toEqual(together.of('top', row));
  }
  expect(apart.of('top', 14)).not.toBeNull();
});
