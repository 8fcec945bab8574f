import { describe, expect, it } from 'vitest';
import { resolveNuts } from './nuts';
import { prepare } from './prepare';
import { computeRanges } from './ranges';
import { recipeSchema } from './recipe';
import { resultOf } from './result';
import { score } from './score';

const resolve = (units: string[], version?: '2003' | '2010' | '2016' | '2021') => {
  const cells = new Map(units.map((unit, place) => [unit, new Set([place])]));
  const cellsOf = (unit: string) => cells.get(unit) ?? new Set<number>();
  const { codeOf, notices } = resolveNuts({ units: new Set(units), cellsOf, version });
  return { codes: units.map((unit) => codeOf.get(unit) ?? unit), notices };
};

const recipe = recipeSchema.parse({
  code: 'r',
  indicators: [{ code: 'x', goalposts: [0, 10] }],
  uncertainty: { replications: 5 },
  tree: { code: 'top', children: [{ indicator: 'x' }] },
});

describe('codes of NUTS 1999 to 2021', () => {
  it.each([
    [['FR62', 'FRJ2'], 'FRJ2'],
    [['GR43', 'EL43'], 'EL43'],
    [['GR11', 'EL11', 'EL51'], 'EL51'],
    [['GR11', 'EL11'], 'EL11'],
    [['FR92', 'FRA2', 'FRY2'], 'FRY2'],
    [['PL33', 'PL72'], 'PL72'],
    [['GR', 'EL'], 'EL'],
  ])('%s stand under %s', (units, code) => {
    expect(new Set(resolve(units).codes)).toEqual(new Set([code]));
  });

  it('are left alone where a territory has one code only, unless a version is asked', () => {
    expect(resolve(['FR62', 'GR43', 'FR10', 'Finland'])).toEqual({
      codes: ['FR62', 'GR43', 'FR10', 'Finland'],
      notices: [],
    });
    expect(resolve(['FR62', 'GR43', 'FR10', 'Finland'], '2016').codes).toEqual([
      'FRJ2',
      'EL43',
      'FR10',
      'Finland',
    ]);
    expect(resolve(['EL51'], '2010').codes).toEqual(['EL11']);
  });

  it('never take a group of regions for a region, nor a part for the whole', () => {
    expect(resolve(['FR1', 'FR10', 'DE41', 'DE40', 'UKM2', 'UKM7']).codes).toEqual([
      'FR1',
      'FR10',
      'DE41',
      'DE40',
      'UKM2',
      'UKM7',
    ]);
  });

  it('mark breaks: split, merged, moved', () => {
    expect(resolve(['PL12', 'PL91', 'PL92']).notices).toEqual([
      expect.objectContaining({
        kind: 'nuts-break',
        unit: 'PL12',
        version: '2016',
        change: 'split',
      }),
    ]);
    expect(resolve(['DE41', 'DE40']).notices).toEqual([
      {
        kind: 'nuts-break',
        unit: 'DE41',
        version: '2010',
        change: 'merged',
        successors: ['DE40'],
      },
    ]);
    expect(resolve(['UKM2'], '2021').notices).toMatchObject([{ change: 'boundary-shift' }]);
    expect(resolve(['UKM2'], '2010').notices).toEqual([]);
  });

  it('mark a part that kept the code of the whole only where figures are from before', () => {
    const units = new Set(['ES63', 'ES64']);
    const cellsOf = () => new Set<number>();
    expect(resolveNuts({ units, cellsOf, firstYear: 2018 }).notices).toEqual([]);
    expect(resolveNuts({ units, cellsOf, firstYear: 2001 }).notices).toMatchObject([
      { unit: 'ES63', version: '2003', change: 'split' },
    ]);
  });

  it('mark what ended without a successor where figures run over its end', () => {
    const breaksOf = (firstYear: number, lastYear: number, version?: '2003') =>
      resolveNuts({
        units: new Set(['BG11']),
        cellsOf: () => new Set<number>(),
        firstYear,
        lastYear,
        version,
      }).notices;
    const marked = [{ kind: 'nuts-break', unit: 'BG11', version: '2006', successors: [] }];
    expect(breaksOf(2005, 2006)).toMatchObject(marked);
    expect(breaksOf(2001, 2005)).toEqual([]);
    expect(breaksOf(2006, 2018)).toEqual([]);
    // Who asks for the codes of 2003 has the territories of 2003.
    expect(breaksOf(2001, 2018, '2003')).toEqual([]);
    const observations = [2001, 2010].map((year) => ({
      unit: 'BG11',
      year,
      indicator: 'x',
      value: 1,
    }));
    expect(prepare({ recipe, observations }).notices).toMatchObject(marked);
  });

  it('stay apart where both have the same figure', () => {
    const cellsOf = () => new Set([1]);
    const { codeOf, notices } = resolveNuts({ units: new Set(['FR62', 'FRJ2']), cellsOf });
    expect(codeOf.size).toBe(0);
    expect(notices).toEqual([{ kind: 'nuts-overlap', unit: 'FRJ2', from: 'FR62', cells: 1 }]);
  });
});

it('a panel in codes of two versions has one row per territory and year, and says so', () => {
  const observations = [
    { unit: 'FR62', year: 2013, indicator: 'x', value: 2 },
    { unit: 'FRJ2', year: 2018, indicator: 'x', value: 4 },
    { unit: 'PL12', year: 2013, indicator: 'x', value: 3 },
    { unit: 'PL91', year: 2018, indicator: 'x', value: 5 },
  ];
  const scored = score({ recipe, observations });
  const { units, notices } = resultOf(scored, computeRanges(scored));
  const scores = units
    .filter(({ unit }) => unit === 'FRJ2')
    .map(({ year, nodes }) => [year, nodes.top?.kind === 'available' ? nodes.top.score : null]);
  expect(scores).toEqual([
    [2013, 20],
    [2018, 40],
  ]);
  expect(new Set(units.map(({ unit }) => unit))).toEqual(new Set(['FRJ2', 'PL12', 'PL91']));
  expect(notices).toEqual(
    expect.arrayContaining([
      { kind: 'nuts-recoded', unit: 'FRJ2', from: 'FR62' },
      expect.objectContaining({ kind: 'nuts-break', unit: 'PL12', change: 'split' }),
    ]),
  );
});
