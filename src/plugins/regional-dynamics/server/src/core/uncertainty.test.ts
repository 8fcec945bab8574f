import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demoObservations, demoRecipe } from './fixtures/demo';
import { probabilityAbove, rankDistribution, rankGroups, rankRange } from './rank-range';
import { type Normalisation, recipeSchema } from './recipe';
import { score } from './score';
import { columnsUnder } from './score-under';
import { replicate } from './uncertainty';

const scored = score({ recipe: demoRecipe(), observations: demoObservations(), years: [2018] });
const settings = scored.recipe.uncertainty;
const digest = (ranks: Iterable<number> = []) =>
  createHash('sha256').update(Uint16Array.from(ranks)).digest('hex');
const rowOf = (unit: string) => scored.table.rows.findIndex((place) => place.unit === unit);

describe('replicate', () => {
  const replications = replicate(scored, settings);

  it('gives the same bytes for the same seed, in one piece or in four', () => {
    const whole = replications.ranks.get('dynamics');
    const parts = [0, 250, 500, 750].flatMap((from) => [
      ...(replicate(scored, settings, { from, to: from + 250 }).ranks.get('dynamics') ?? []),
    ]);
    // Digests: a difference of a quarter of a million ranks would take minutes to print.
    expect(digest(parts)).toBe(digest(whole));
    const other = replicate(scored, { ...settings, seed: 7 }).ranks.get('dynamics');
    expect(digest(other)).not.toBe(digest(whole));
  });

  it('ranges over the rank of each of the five partner regions', () => {
    for (const [unit, nominal, low, high] of [
      ['FR10', 22, 19, 27],
      ['PL21', 102, 94, 107],
      ['EL43', 199, 192, 209],
      ['ES70', 208, 201, 211],
      ['PT30', 228, 224, 235],
    ] as const) {
      const range = rankRange(replications, { node: 'dynamics', row: rowOf(unit) });
      expect(range).toMatchObject({ low, high, ranked: 1 });
      expect(low <= nominal && nominal <= high).toBe(true);
    }
  });

  it('has no range where the weights cannot matter, and none for a missing node', () => {
    const usage = rankRange(replications, { node: 'usage', row: rowOf('FR10') });
    expect(usage?.low).toBe(usage?.high);
    expect(rankRange(replications, { node: 'technology', row: rowOf('PT30') })).toBeNull();
  });

  it('splits the others into above, not distinguishable and below', () => {
    const units = scored.table.rows.map(({ unit }) => unit);
    const place = rowOf('PL21');
    const groups = rankGroups(units, replications, { node: 'dynamics', place });
    const ranked = scored.ranks.at(-1)?.filter((rank) => rank > 0).length ?? 0;
    expect(groups.above.length + groups.notDistinguishable.length + groups.below.length).toBe(
      ranked - 1,
    );
    expect(groups.above).toContainEqual({ unit: 'FR10', probability: 1 });
    expect(groups.below).toContainEqual({ unit: 'EL43', probability: 0 });
    const between = groups.notDistinguishable.map(({ probability }) => probability);
    expect(between.every((p) => p > 0.05 && p < 0.95)).toBe(true);
    expect(between).toEqual([...between].sort((a, b) => b - a));
    const shares = rankDistribution(replications, { node: 'dynamics', row: place });
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.map(({ rank }) => rank)).toEqual(
      shares.map(({ rank }) => rank).sort((a, b) => a - b),
    );
    const both = { node: 'dynamics', i: rowOf('ES70'), j: rowOf('EL43') };
    const p = probabilityAbove(replications, both) ?? Number.NaN;
    const q = probabilityAbove(replications, { ...both, i: both.j, j: both.i }) ?? Number.NaN;
    expect(p + q).toBeCloseTo(1, 12);
  });

  it('says which factors ran and which are inert', () => {
    const all = replicate(scored, {
      ...settings,
      replications: 20,
      winmax: [0, 5],
      leaveOneOut: true,
    });
    expect(all.factors).toEqual([
      { name: 'weights', inert: false },
      { name: 'winmax', inert: true },
      { name: 'leave-one-out', inert: false },
    ]);
  });
});

describe('probabilityAbove', () => {
  it('counts a tie one half, and only what ranks both', () => {
    // Two units: ahead, tied, behind, and once the other is not ranked.
    const ranks = new Map([['top', Uint16Array.from([1, 2, 1, 1, 2, 1, 1, 0])]]);
    const three = { count: 4, level: 0.9, rows: { start: 0, end: 2 }, ranks };
    expect(probabilityAbove(three, { node: 'top', i: 0, j: 1 })).toBe(0.5);
    const ahead = { ...three, count: 2 };
    expect(probabilityAbove(ahead, { node: 'top', i: 0, j: 1 })).toBe(0.75);
  });
});

describe('a replication that varies nothing', () => {
  it('is the nominal run, outlier treatment included', () => {
    const skewed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100];
    const recipe = recipeSchema.parse({
      code: 'r',
      indicators: [{ code: 'a' }, { code: 'b' }],
      treatment: {},
      normalisation: { kind: 'min-max' },
      tree: { code: 'top', children: [{ indicator: 'a' }, { indicator: 'b' }] },
      uncertainty: { replications: 3, weights: { kind: 'none' } },
    });
    const observations = skewed.flatMap((value, k) => {
      const unit = `u${String(k).padStart(2, '0')}`;
      return [
        { unit, year: 2020, indicator: 'a', value },
        { unit, year: 2020, indicator: 'b', value: 12 - k },
      ];
    });
    const nominal = score({ recipe, observations });
    const same = [...(nominal.ranks.at(-1) ?? [])];
    // Untreated, 100 would leave 30 far behind; winsorised, the two are level on a.
    expect(same[10]).toBe(1);
    const drawn = replicate(nominal);
    expect([...(drawn.ranks.get('top') ?? [])]).toEqual([...same, ...same, ...same]);
    expect(drawn.factors).toEqual([]);
  });
});

describe('an alternative normalisation', () => {
  const FIGURES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100];
  const ALTERNATIVES: Record<'goalposts' | 'min-max', Normalisation> = {
    goalposts: { kind: 'goalposts', scale: [0, 100] },
    'min-max': { kind: 'min-max', scale: [0, 100] },
  };
  const made = (kind: keyof typeof ALTERNATIVES, uncertainty: object = {}) =>
    recipeSchema.parse({
      code: 'r',
      indicators: [{ code: 'a', goalposts: [0, 5] }],
      imputation: { steps: [{ kind: 'group', by: 'all' }] },
      treatment: { winmax: { points: 0 } },
      normalisation: { kind },
      tree: { code: 'top', children: [{ indicator: 'a' }] },
      uncertainty: { replications: 3, weights: { kind: 'none' }, ...uncertainty },
    });
  const observations = [...FIGURES, null].map((value, k) => ({
    unit: `u${String(k).padStart(2, '0')}`,
    year: 2020,
    indicator: 'a',
    value,
  }));
  const scoredBy = (kind: keyof typeof ALTERNATIVES, uncertainty: object = {}) =>
    score({ recipe: made(kind, uncertainty), observations });

  it.each([
    ['goalposts', 'min-max'],
    ['min-max', 'goalposts'],
  ] as const)('of %s by %s is treated as its own rule would have it', (own, other) => {
    const { columns } = columnsUnder(scoredBy(own))({
      winmax: null,
      normalisation: ALTERNATIVES[other],
    });
    // A logarithm is taken under min-max, never under goalposts.
    expect(columns).toEqual([scoredBy(other).slots[0]]);
  });

  it('may make a factor matter that is inert under the own rule', () => {
    const varied = {
      winmax: [0, 5],
      imputation: { alternatives: [[{ kind: 'group', by: 'all', statistic: 'median' }]] },
    };
    const inert = (normalisation: object[]) =>
      Object.fromEntries(
        replicate(scoredBy('goalposts', { ...varied, normalisation })).factors.map((factor) => [
          factor.name,
          factor.inert,
        ]),
      );
    // Beyond the upper goalpost all figures are the same, mean and median too.
    expect(inert([])).toMatchObject({ winmax: true, imputation: true });
    expect(inert([{ kind: 'min-max' }])).toMatchObject({ winmax: false, imputation: false });
  });
});
