import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoObservations, demoRecipe } from '../fixtures/demo';
import { taiObservations, taiRecipe } from '../oracles/tai';
import { score } from '../score';
import { standardDeviation } from '../statistics';
import { annualGrowth } from './annual-growth';
import { balancedWeights } from './balanced-weights';
import { betaConvergence } from './beta-convergence';
import { contributions } from './contributions';
import { correlation } from './correlation';
import { cronbachAlpha } from './cronbach-alpha';
import { decomposeChange } from './decompose-change';
import { leaveOneOut } from './leave-one-out';
import { eigen } from './linear-algebra';
import { principalComponents } from './principal-components';
import { peers, strengths } from './profile';
import { quadrants } from './quadrants';
import { sigmaConvergence } from './sigma-convergence';
import { statisticsOf } from './statistics-of';

const observations = demoObservations();
const arithmetic = score({
  recipe: { ...demoRecipe(), aggregation: [{ kind: 'arithmetic' }] },
  observations,
  years: [2018],
});
const served = score({ recipe: demoRecipe(), observations, years: [2018] });
const rowOf = (unit: string) => served.table.rows.findIndex((place) => place.unit === unit);
const columnOf = (code: string) => served.slots[served.plan.leaves.indexOf(code)] ?? [];

describe('the statistics of the index', () => {
  const found = statisticsOf(served, 2018);

  it('warn that tertiary education and HRST, and no others, count one thing twice', () => {
    expect(found.doubleCounted).toEqual([
      { a: 'hrst', b: 'tertiary', r: expect.closeTo(0.9, 2), n: 252 },
    ]);
    expect(found.pairs).toHaveLength(15);
  });

  it('are of nodes with several children, the root first', () => {
    expect(found.nodes.map(({ code }) => code)).toEqual(['dynamics', 'technology', 'skills']);
    const [root, , skills] = found.nodes;
    expect(root?.balanced).toEqual({ kind: 'not-a-sum', aggregation: 'geometric' });
    // Of two columns: the one that varies more weighs less.
    const sd = (code: string) => standardDeviation(columnOf(code)) ?? Number.NaN;
    const [hrst, tertiary] = ['hrst', 'tertiary'].map((code) => 1 / sd(code));
    const share = (hrst ?? 0) / ((hrst ?? 0) + (tertiary ?? 0));
    expect(skills?.balanced).toMatchObject({
      kind: 'balanced',
      weights: [expect.closeTo(share, 12), expect.closeTo(1 - share, 12)],
    });
    const r = correlation(columnOf('hrst'), columnOf('tertiary'));
    const both = r.kind === 'correlated' ? (2 * r.r) / (1 + r.r) : Number.NaN;
    expect(skills?.alpha).toEqual({ kind: 'measured', alpha: expect.closeTo(both, 12), n: 252 });
  });

  it('have as many components as indicators, whose eigenvalues sum to their number', () => {
    const { components } = found;
    const values = components.kind === 'components' ? components.components : [];
    expect(values.reduce((sum, { eigenvalue }) => sum + eigenvalue, 0)).toBeCloseTo(6, 10);
  });

  it('are of one year of a panel', () => {
    const panel = (years: number[]) =>
      score({ recipe: taiRecipe('equal'), observations: both, years });
    const both = [2001, 2002].flatMap((year) =>
      taiObservations().map((one) => ({
        ...one,
        year,
        value: year === 2001 || one.value === null ? one.value : one.value / 2,
      })),
    );
    for (const year of [2001, 2002]) {
      const own = statisticsOf(panel([2001, 2002]), year);
      expect(own.pairs).toEqual(statisticsOf(panel([year]), year).pairs);
    }
    expect(() => statisticsOf(panel([2001]), 2002)).toThrow(RangeError);
  });
});

describe('correlations', () => {
  it('name what they cannot measure', () => {
    expect(correlation([1, 2, Number.NaN], [1, 2, 3])).toEqual({ kind: 'too-few', n: 2 });
    expect(correlation([1, 1, 1], [1, 2, 3])).toEqual({ kind: 'constant', n: 3 });
  });
});

describe('for two columns that correlate with r = 1/2', () => {
  const a = [1, 2, 3];
  const b = [1, 3, 2];
  it('α is 2r/(1+r)', () => {
    expect(cronbachAlpha([a, b])).toEqual({
      kind: 'measured',
      alpha: expect.closeTo(2 / 3, 12),
      n: 3,
    });
  });
  it('eigenvalues are 1 ± r, loadings ±√((1 ± r)/2)', () => {
    const found = principalComponents([a, b]);
    const components = found.kind === 'components' ? found.components : [];
    expect(components.map(({ eigenvalue }) => eigenvalue)).toEqual([
      expect.closeTo(1.5, 12),
      expect.closeTo(0.5, 12),
    ]);
    expect(components[0]?.loadings).toEqual([
      expect.closeTo(Math.sqrt(0.75), 12),
      expect.closeTo(Math.sqrt(0.75), 12),
    ]);
  });
});

const matrix = (n: number) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
    minLength: n,
    maxLength: n,
  });

it('eigenvectors solve A v = λ v', () => {
  fc.assert(
    fc.property(matrix(4), (half) => {
      const a = half.map((row, i) => row.map((x, j) => x + (half[j]?.[i] ?? 0)));
      for (const { value, vector } of eigen(a)) {
        a.forEach((row, i) => {
          const product = row.reduce((sum, x, j) => sum + x * (vector[j] ?? 0), 0);
          expect(product).toBeCloseTo(value * (vector[i] ?? 0), 8);
        });
      }
    }),
  );
});

it('under balanced weights every column correlates equally with the sum', () => {
  const figures = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), {
    minLength: 6,
    maxLength: 12,
  });
  let balanced = 0;
  fc.assert(
    fc.property(figures, (rows) => {
      const cols = [0, 1, 2].map((q) => rows.map((row) => row[q] ?? 0));
      const found = balancedWeights(cols);
      if (found.kind !== 'balanced') return;
      balanced++;
      const sum = rows.map((row) =>
        row.reduce((total, x, q) => total + x * (found.weights[q] ?? 0), 0),
      );
      const rs = cols
        .map((column) => correlation(column, sum))
        .map((c) => (c.kind === 'correlated' ? c.r : Number.NaN));
      expect(rs[1]).toBeCloseTo(rs[0] ?? 0, 8);
      expect(rs[2]).toBeCloseTo(rs[0] ?? 0, 8);
    }),
  );
  expect(balanced).toBeGreaterThan(20);
  expect(
    balancedWeights([
      [1, 2, 3],
      [2, 4, 6],
    ]),
  ).toEqual({ kind: 'singular' });
});

it('balanced weights are refused where one is negative', () => {
  // The third all but sums the other two, which have nothing in common: r₁₃ + r₂₃ > 1 + r₁₂.
  const columns = [
    [1, 2, 3, 4],
    [2, 4, 1, 3],
    [3, 6, 4, 8],
  ];
  const found = balancedWeights(columns);
  expect(found).toMatchObject({ kind: 'negative', column: 2 });
  expect(found.kind === 'negative' && found.weight).toBeLessThan(0);
});

describe('contributions', () => {
  it('sum to the score of every region where all nodes are arithmetic', () => {
    arithmetic.table.rows.forEach((_, row) => {
      const found = contributions(arithmetic, row);
      if (found.kind !== 'additive') throw new Error(found.kind);
      const sum = found.leaves.reduce((total, { points }) => total + points, 0);
      expect(sum).toBeCloseTo(arithmetic.slots.at(-1)?.[row] ?? Number.NaN, 10);
    });
  });
  it('say which node is not a sum', () => {
    expect(contributions(served, rowOf('FR10'))).toEqual({
      kind: 'not-additive',
      node: 'dynamics',
    });
  });
});

describe('decomposeChange', () => {
  const side = fc.option(fc.double({ min: 0.5, max: 99, noNaN: true }), { nil: null });
  it.each(['arithmetic', 'geometric'] as const)('sums exactly to the change: %s', (aggregation) => {
    const child = fc.record({ weight: fc.integer({ min: 1, max: 9 }), before: side, after: side });
    fc.assert(
      fc.property(fc.array(child, { minLength: 1, maxLength: 5 }), (list) => {
        const children = list.map((item, k) => ({ code: `c${k}`, ...item }));
        const found = decomposeChange({ aggregation, children });
        if (found.kind !== 'decomposed') return;
        const sum = found.terms.reduce((total, { points }) => total + points, found.availability);
        expect(sum).toBeCloseTo(found.after - found.before, 9);
      }),
    );
  });
  it('by hand: √(4·9) → √(16·9) is all of the first child', () => {
    const children = [
      { code: 'a', weight: 1, before: 4, after: 16 },
      { code: 'b', weight: 1, before: 9, after: 9 },
    ];
    expect(decomposeChange({ aggregation: 'geometric', children })).toEqual({
      kind: 'decomposed',
      before: expect.closeTo(6, 12),
      after: expect.closeTo(12, 12),
      terms: [
        { code: 'a', points: expect.closeTo(6, 12) },
        { code: 'b', points: 0 },
      ],
      availability: expect.closeTo(0, 12),
    });
  });
});

describe('convergence', () => {
  const by = (b: number, years: number) =>
    [1, 2, 4, 8].map((before) => ({
      before,
      after: before * Math.exp(years * (0.1 + b * Math.log(before))),
    }));
  it('finds the b the figures were made of', () => {
    const speed = -Math.log(1 - 0.02 * 5) / 5;
    expect(betaConvergence(by(-0.02, 5), 5)).toEqual({
      kind: 'converging',
      a: expect.closeTo(0.1, 12),
      b: expect.closeTo(-0.02, 12),
      r2: expect.closeTo(1, 9),
      n: 4,
      speed: expect.closeTo(speed, 12),
      halfLife: expect.closeTo(Math.LN2 / speed, 9),
    });
  });
  it('names divergence, overshooting and too little to go by', () => {
    expect(betaConvergence(by(0.02, 5), 5).kind).toBe('diverging');
    expect(betaConvergence(by(-0.3, 5), 5).kind).toBe('overshooting');
    expect(betaConvergence([{ before: 1, after: null }], 5)).toEqual({ kind: 'too-few', n: 0 });
  });
  it('takes σ over the same units', () => {
    const found = sigmaConvergence([
      { year: 2011, values: [1, 3, null] },
      { year: 2016, values: [2, 2, 9] },
    ]);
    expect(found).toEqual([
      { year: 2011, variation: expect.closeTo(Math.SQRT2 / 2, 12), n: 2 },
      { year: 2016, variation: 0, n: 2 },
    ]);
  });
  it('grows by the compound rate', () => {
    expect(annualGrowth(100, 121, 2)).toBeCloseTo(0.1, 12);
    expect(annualGrowth(0, 1, 2)).toBeNull();
  });
  it('cuts quadrants at the means', () => {
    const found = quadrants([
      { unit: 'a', level: 10, growth: 2 },
      { unit: 'b', level: 10, growth: 0 },
      { unit: 'c', level: 0, growth: 2 },
      { unit: 'd', level: 0, growth: 0 },
      { unit: 'e', level: 5, growth: null },
    ]);
    expect(found.map(({ quadrant }) => quadrant)).toEqual([
      'leading',
      'losing-momentum',
      'catching-up',
      'falling-behind',
      null,
    ]);
  });
});

describe('a region among the others', () => {
  it('has its indicators by rank, the missing ones left out', () => {
    const madeira = strengths(served, rowOf('PT30')).map(({ code }) => code);
    expect([...madeira].sort()).toEqual(['gerd', 'hrst', 'internet_daily', 'tertiary']);
    const shares = strengths(served, rowOf('FR10')).map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });
  it('has peers by distance, never itself', () => {
    const found = peers(served, rowOf('FR10'));
    expect(found).toHaveLength(5);
    expect(found.map(({ unit }) => unit)).not.toContain('FR10');
  });
  it('hangs on each node by so many ranks', () => {
    const found = leaveOneOut(served);
    expect(found.map(({ code }) => code)).toEqual([
      'usage',
      'internet_daily',
      'skills',
      'tertiary',
      'hrst',
      'technology',
      'hightech_emp',
      'hightech_services_emp',
      'research',
      'gerd',
    ]);
    const shift = (code: string) => {
      const one = found.find((item) => item.code === code);
      return one?.kind === 'compared' ? one.meanShift : Number.NaN;
    };
    expect(shift('gerd')).toBe(shift('research'));
    expect(shift('research')).toBeGreaterThan(shift('tertiary'));
  });
});
