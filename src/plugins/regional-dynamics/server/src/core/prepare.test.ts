import { describe, expect, it } from 'vitest';
import type { Observation } from './observation';
import { prepare } from './prepare';
import { recipeSchema } from './recipe';
import { score } from './score';

const recipe = (more: object) =>
  recipeSchema.parse({
    code: 'r',
    indicators: [{ code: 'a' }, { code: 'b' }],
    normalisation: { kind: 'none' },
    tree: { code: 'top', children: [{ indicator: 'a' }, { indicator: 'b' }] },
    ...more,
  });

const cell = (unit: string, indicator: string, value: number | null, year = 2020): Observation => ({
  unit,
  year,
  indicator,
  value,
});

describe('transform and denominate', () => {
  it('takes logarithms first, then divides by the same unit and year', () => {
    const { table } = prepare({
      recipe: recipe({
        indicators: [{ code: 'a', transform: 'log10', denominator: 'b' }, { code: 'b' }],
      }),
      observations: [cell('u', 'a', 1000), cell('u', 'b', 2), cell('u', 'b', 4, 2021)],
      years: [2020],
    });
    expect(table.columns[0]?.[0]).toBeCloseTo(1.5, 12);
  });

  it('divides by figures that are no indicator of the recipe', () => {
    const { table, notices } = prepare({
      recipe: recipe({
        indicators: [{ code: 'a', denominator: 'people' }, { code: 'b' }],
      }),
      observations: [cell('u', 'a', 10), cell('u', 'b', 2), cell('u', 'people', 4)],
    });
    expect(table.columns.map((column) => column[0])).toEqual([2.5, 2]);
    expect(notices).toEqual([]);
  });

  it('names what has no logarithm and what has nothing to divide by', () => {
    const { table, notices } = prepare({
      recipe: recipe({
        indicators: [
          { code: 'a', transform: 'ln' },
          { code: 'b', denominator: 'p' },
        ],
      }),
      observations: [cell('u', 'a', 0), cell('u', 'b', 2)],
    });
    expect(table.columns.map((column) => column[0])).toEqual([Number.NaN, Number.NaN]);
    expect(notices).toEqual([
      { kind: 'log-of-non-positive', unit: 'u', year: 2020, indicator: 'a', value: 0 },
      { kind: 'denominator-unusable', unit: 'u', year: 2020, indicator: 'b', denominator: 'p' },
    ]);
  });
});

describe('what cannot be taken as it stands', () => {
  it('a cell given twice is named and missing', () => {
    const { table, notices } = prepare({
      recipe: recipe({}),
      observations: [
        cell('u', 'a', 1),
        cell('u', 'a', 1),
        cell('u', 'c', 1),
        cell('u', 'b', 1e301),
      ],
      units: ['u', 'v'],
    });
    expect(table.columns[0]?.[0]).toBeNaN();
    expect(notices).toEqual([
      { kind: 'unknown-indicator', indicator: 'c', count: 1 },
      { kind: 'duplicate-cell', unit: 'u', year: 2020, indicator: 'a' },
      { kind: 'unusable-figure', unit: 'u', year: 2020, indicator: 'b' },
      { kind: 'unknown-unit', unit: 'v' },
    ]);
  });
});

describe('screen', () => {
  it('drops a unit observed too thinly, and its figures move no minimum', () => {
    const screened = score({
      recipe: recipe({
        screening: { minAvailability: 1 },
        normalisation: { kind: 'min-max' },
        imputation: { steps: [{ kind: 'group', by: 'all' }] },
      }),
      observations: [
        cell('u', 'a', 0),
        cell('u', 'b', 0),
        cell('v', 'a', 10),
        cell('v', 'b', 10),
        cell('w', 'a', -90),
      ],
    });
    expect([...(screened.slots.at(-1) ?? [])]).toEqual([0, 100, Number.NaN]);
    expect(screened.notices).toContainEqual({
      kind: 'unit-screened',
      unit: 'w',
      year: 2020,
      availability: 0.5,
      minAvailability: 1,
    });
  });

  it('drops a unit that is imputed beyond the cap', () => {
    const { dropped, notices } = prepare({
      recipe: recipe({
        imputation: { steps: [{ kind: 'group', by: 'all' }], maxImputedShare: 0.4 },
      }),
      observations: [cell('u', 'a', 0), cell('u', 'b', 0), cell('w', 'a', 4)],
    });
    expect([...dropped]).toEqual([1]);
    expect(notices).toEqual([
      { kind: 'unit-over-imputed', unit: 'w', year: 2020, share: 0.5, maxImputedShare: 0.4 },
    ]);
  });
});

describe('a panel', () => {
  it('normalises pooled over the years and ranks within each', () => {
    const scored = score({
      recipe: recipe({ normalisation: { kind: 'min-max' } }),
      observations: [
        cell('u', 'a', 0, 2019),
        cell('u', 'b', 0, 2019),
        cell('v', 'a', 5, 2019),
        cell('v', 'b', 5, 2019),
        cell('u', 'a', 10, 2020),
        cell('u', 'b', 10, 2020),
        cell('v', 'a', 5, 2020),
        cell('v', 'b', 5, 2020),
      ],
    });
    expect(scored.table.rows.map(({ unit, year }) => `${unit} ${year}`)).toEqual([
      'u 2019',
      'v 2019',
      'u 2020',
      'v 2020',
    ]);
    expect([...(scored.slots.at(-1) ?? [])]).toEqual([0, 50, 100, 50]);
    expect([...(scored.ranks.at(-1) ?? [])]).toEqual([2, 1, 1, 2]);
  });
});
