import { describe, expect, it } from 'vitest';
import { underScoredCodes } from './grid';
import { taiObservations, taiRecipe } from './oracles/tai';
import { computeRanges } from './ranges';
import { isLeaf, recipeSchema } from './recipe';
import { resultOf } from './result';
import { score } from './score';
import { applyWhatIf, figuresOfUnit, whatIfSchema } from './what-if';

const edition = (which: 'equal' | 'budget') => ({
  recipe: taiRecipe(which),
  observations: taiObservations(),
  year: 2001,
});

const ranks = (given: ReturnType<typeof applyWhatIf>) => {
  const recipe = recipeSchema.parse(given.recipe);
  const { table, ranks: columns } = score({ ...given, recipe });
  return Object.fromEntries(table.rows.map(({ unit }, row) => [unit, columns.at(-1)?.[row]]));
};

const points = Object.fromEntries(
  taiRecipe('budget').tree.children.flatMap((child) =>
    isLeaf(child) ? [[child.indicator, child.weight ?? 0]] : [],
  ),
);

it('without a change gives the same ranks', () => {
  expect(ranks(applyWhatIf(edition('budget'), whatIfSchema.parse({})))).toEqual(
    ranks(edition('budget')),
  );
});

it('other weights give the ranks of the recipe that has them', () => {
  const changed = applyWhatIf(edition('equal'), whatIfSchema.parse({ weights: points }));
  expect(ranks(changed)).toEqual(ranks(edition('budget')));
});

it('an indicator that is left out leaves the tree, and a budget keeps its proportions', () => {
  const leaveOut = ['patents', 'exports'];
  const { recipe } = applyWhatIf(edition('budget'), whatIfSchema.parse({ leaveOut }));
  const found = recipeSchema.parse(recipe).tree.children.map((child) => child.weight);
  expect(found).toEqual([11, 11, 10, 6, 15, 18]);
});

it('a node that loses all its indicators leaves the tree', () => {
  const { recipe } = applyWhatIf(
    {
      ...edition('equal'),
      recipe: recipeSchema.parse({
        code: 'r',
        indicators: [{ code: 'a' }, { code: 'b' }],
        normalisation: { kind: 'min-max' },
        tree: {
          code: 't',
          children: [{ code: 'n', children: [{ indicator: 'a' }] }, { indicator: 'b' }],
        },
      }),
    },
    whatIfSchema.parse({ leaveOut: ['a'] }),
  );
  expect(recipe.tree.children).toEqual([{ indicator: 'b', weight: 1 }]);
});

it('figures stand in for those of the year, and new ones are added', () => {
  const unchanged = ranks(edition('equal'));
  const figures = [
    { unit: 'Slovenia', indicator: 'patents', value: 994 },
    { unit: 'Slovenia', indicator: 'university', value: 27.4 },
  ];
  const changed = applyWhatIf(edition('equal'), whatIfSchema.parse({ figures }));
  expect(changed.observations).toHaveLength(taiObservations().length);
  expect(ranks(changed).Slovenia).toBeLessThan(unchanged.Slovenia ?? 0);
});

describe('the figures of a unit', () => {
  const recipe = recipeSchema.parse({
    code: 'r',
    indicators: [{ code: 'a' }, { code: 'b', transform: 'log10' }, { code: 'c', transform: 'ln' }],
    normalisation: { kind: 'min-max' },
    imputation: { steps: [{ kind: 'group', by: 'all' }] },
    tree: {
      code: 't',
      children: [{ indicator: 'a' }, { indicator: 'b' }, { indicator: 'c' }],
    },
    uncertainty: { replications: 2 },
  });
  const cell = (unit: string, indicator: string, value: number) => {
    return { unit, year: 2018, indicator, value };
  };
  // Picardie had another code until 2015, and the edition asks for the codes of 2016.
  const given = {
    recipe,
    observations: underScoredCodes({
      recipe,
      observations: [
        ...[cell('FR22', 'b', 1000), cell('FR10', 'a', 7)],
        ...[cell('FR10', 'b', 10), cell('FR10', 'c', 1)],
      ],
      nutsVersion: '2016',
    }),
    year: 2018,
  };
  const scored = score({ ...given, years: [2018] });
  const result = resultOf(scored, computeRanges(scored));

  it('are as they were observed, before any transform; what stands in for a gap is shown', () => {
    expect(figuresOfUnit({ ...given, result, unit: 'FRE2' })).toEqual([
      { indicator: 'a', value: 7, imputed: true },
      { indicator: 'b', value: 1000, imputed: false },
      { indicator: 'c', value: null, imputed: true },
    ]);
    expect(figuresOfUnit({ ...given, result, unit: 'FR22' })).toBeNull();
  });

  it('take the place of figures under a former code', () => {
    const figures = [{ unit: 'FRE2', indicator: 'b', value: 1 }];
    const { observations } = applyWhatIf(given, whatIfSchema.parse({ figures }));
    expect(observations.filter(({ indicator }) => indicator === 'b')).toEqual([
      cell('FR10', 'b', 10),
      cell('FRE2', 'b', 1),
    ]);
  });
});
