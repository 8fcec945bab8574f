import { describe, expect, it } from 'vitest';
import { demoObservations, demoRecipe } from './fixtures/demo';
import type { Observation } from './observation';
import { prepare } from './prepare';
import { recipeSchema } from './recipe';

const recipe = (steps: unknown[], more: object = {}) =>
  recipeSchema.parse({
    code: 'r',
    indicators: [{ code: 'x', goalposts: [0, 10], ...more }],
    imputation: { steps },
    tree: { code: 'top', children: [{ indicator: 'x' }] },
  });

const x = (unit: string, year: number, value: number | null, flag?: string): Observation => ({
  unit,
  year,
  indicator: 'x',
  value,
  ...(flag === undefined ? {} : { flag }),
});

const filled = (
  steps: unknown[],
  observations: Observation[],
  { year, unit, more = {} }: { year: number; unit: string; more?: object },
) => {
  const { table } = prepare({
    recipe: recipe(steps, more),
    observations,
    years: [year],
    units: [unit],
  });
  return { value: table.columns[0]?.[0], note: table.notes.get(0) };
};

describe('impute', () => {
  const time = { kind: 'time', maxCarryYears: 2 };
  const series = [x('PL21', 2010, 2), x('PL21', 2014, 6)];

  it('interpolates between two years', () => {
    expect(filled([time], series, { unit: 'PL21', year: 2011 })).toEqual({
      value: 3,
      note: { origin: { kind: 'interpolated', from: 2010, to: 2014 } },
    });
  });

  it('carries forward and back, no further than it may', () => {
    const carry = (year: number) => filled([time], series, { unit: 'PL21', year });
    expect(carry(2016).note?.origin).toEqual({ kind: 'carried', from: 2014, age: 2 });
    expect(carry(2008).note?.origin).toEqual({ kind: 'carried', from: 2010, age: -2 });
    expect(carry(2017)).toEqual({ value: Number.NaN, note: undefined });
  });

  it("takes the parent's rate, never its total", () => {
    const observations = [x('PL', 2018, 1), x('PL2', 2018, 7), x('PL21', 2018, null)];
    const at = { unit: 'PL21', year: 2018 };
    expect(filled([{ kind: 'parent' }], observations, at)).toEqual({
      value: 7,
      note: { origin: { kind: 'parent', unit: 'PL2', from: 2018, age: 0 } },
    });
    const total = filled([{ kind: 'parent' }], observations, {
      ...at,
      more: { quantity: 'total' },
    });
    expect(total).toEqual({ value: Number.NaN, note: undefined });
  });

  it("says how and when the parent's figure was come by", () => {
    const steps = [{ kind: 'parent' }, time];
    const from = (year: number) => filled(steps, series, { unit: 'PL211', year }).note?.origin;
    expect(from(2011)).toEqual({ kind: 'parent', unit: 'PL21', from: 2010, to: 2014, age: 1 });
    expect(from(2016)).toEqual({ kind: 'parent', unit: 'PL21', from: 2014, age: 2 });
    expect(from(2008)).toEqual({ kind: 'parent', unit: 'PL21', from: 2010, age: -2 });
  });

  it('keeps the flags of the figures that fill a gap', () => {
    const flagged = [x('PL21', 2010, 2, 'pu'), x('PL21', 2014, 6, 'bu')];
    const flagOf = (unit: string, year: number) =>
      filled([time, { kind: 'parent' }], flagged, { unit, year }).note?.flag;
    expect(flagOf('PL21', 2012)).toBe('pub');
    expect(flagOf('PL21', 2015)).toBe('bu');
    expect(flagOf('PL211', 2014)).toBe('bu');
    expect(flagOf('PL211', 2012)).toBe('pub');
    const mixed = [x('PL21', 2010, 2, 'parent-NUTS1'), x('PL21', 2014, 6, 'b')];
    expect(filled([time], mixed, { unit: 'PL21', year: 2012 }).note?.flag).toBe('parent-NUTS1 b');
  });

  it('puts the standard error of an interpolated figure together of both ends', () => {
    const observations = series.map((figure, k) => ({
      ...figure,
      standardError: [3, 4][k] ?? null,
    }));
    const { table } = prepare({
      recipe: recipe([time]),
      observations,
      years: [2012, 2015],
      units: ['PL21'],
    });
    expect([...table.standardErrors]).toEqual([
      [0, 2.5],
      [1, 4],
    ]);
  });

  it('takes the value of a region that is its NUTS1 as its own', () => {
    const found = filled([{ kind: 'parent' }], [x('FR1', 2018, 7)], { unit: 'FR10', year: 2018 });
    expect(found).toEqual({ value: 7, note: { origin: { kind: 'observed' } } });
    const broken = filled([{ kind: 'parent' }], [x('FR1', 2018, 7, 'b')], {
      unit: 'FR10',
      year: 2018,
    });
    expect(broken.note).toEqual({ flag: 'b', origin: { kind: 'observed' } });
  });

  it('takes the median of the observed cells of the group', () => {
    const observations = [
      x('PL21', 2018, 1),
      x('PL22', 2018, 9),
      x('PL41', 2018, 2),
      x('EL41', 2018, 50),
      x('PL42', 2018, null),
    ];
    const { table } = prepare({
      recipe: recipe([{ kind: 'group', statistic: 'median' }]),
      observations,
    });
    const row = table.rows.findIndex(({ unit }) => unit === 'PL42');
    expect(table.columns[0]?.[row]).toBe(2);
    expect(table.notes.get(row)?.origin).toEqual({
      kind: 'group',
      group: 'PL',
      statistic: 'median',
      n: 3,
    });
  });

  it("agrees with the flags of the demo's table, and sees a region's own NUTS1 figure", () => {
    const observations = demoObservations();
    const { table } = prepare({ recipe: demoRecipe(), observations, years: [2018] });
    for (const { unit, year, indicator, value, flag } of observations) {
      const row = table.rows.findIndex((place) => place.unit === unit);
      const j = table.indicators.indexOf(indicator);
      const origin = table.notes.get(j * table.rows.length + row)?.origin;
      expect(table.columns[j]?.[row]).toBe(value ?? Number.NaN);
      if (flag === 'missing') expect(origin).toBeUndefined();
      else if (flag?.startsWith('parent-')) {
        expect(origin).toEqual(
          unit.endsWith('0') && flag === 'parent-NUTS1'
            ? { kind: 'observed' }
            : {
                kind: 'parent',
                unit: unit.slice(0, flag === 'parent-NUTS1' ? 3 : 2),
                from: 2018,
                age: 0,
              },
        );
      } else if (year < 2018)
        expect(origin).toEqual({ kind: 'carried', from: year, age: 2018 - year });
      else expect(origin).toBeUndefined();
    }
  });
});
