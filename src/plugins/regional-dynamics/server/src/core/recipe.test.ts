import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoRecipe } from './fixtures/demo';
import { editionRecipeSchema, recipeJsonSchema, recipeSchema } from './recipe';

const leaf = (indicator: string, weight?: number) => ({
  indicator,
  ...(weight === undefined ? {} : { weight }),
});

const refusals = (recipe: object) => {
  const parsed = recipeSchema.safeParse(recipe);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
};

const base = {
  code: 'r',
  indicators: [{ code: 'a' }, { code: 'b' }],
  normalisation: { kind: 'min-max' },
  tree: { code: 'top', children: [leaf('a'), leaf('b')] },
};

describe('recipeSchema', () => {
  it('fills in the defaults', () => {
    expect(recipeSchema.parse(base)).toMatchObject({
      weighting: 'given',
      aggregation: [{ kind: 'arithmetic' }],
      threshold: [2, 3],
      uncertainty: { replications: 1000, level: 0.9, weights: { kind: 'uniform', spread: 0.25 } },
    });
  });

  it('reads back what it wrote', () => {
    const recipe = demoRecipe();
    expect(recipeSchema.parse(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });

  it.each<[object, string]>([
    [{ ...base, wieghting: 'equal' }, ': Unrecognized key: "wieghting"'],
    [
      { ...base, normalisation: { kind: 'goalposts' } },
      'indicators.0.goalposts: are missing: normalisation is "goalposts"',
    ],
    [
      { ...base, indicators: [{ code: 'a', goalposts: [3, 3] }, { code: 'b' }] },
      'indicators.0.goalposts: must be [lower, upper] with lower < upper',
    ],
    [
      { ...base, tree: { code: 'top', children: [leaf('a'), leaf('c')] } },
      'tree.children.1.indicator: "c" is not among the indicators',
    ],
    [
      { ...base, tree: { code: 'top', children: [leaf('a'), leaf('a')] } },
      'tree.children.1.indicator: "a" stands twice in the tree',
    ],
    [{ ...base, tree: { code: 'a', children: [leaf('a')] } }, 'tree.code: "a" is taken'],
    [
      { ...base, tree: { code: 'top', children: [leaf('a', 0), leaf('b', 0)] } },
      'tree.children: have weights that are all zero',
    ],
    [
      {
        ...base,
        weighting: 'budget',
        tree: { code: 'top', children: [leaf('a', 60), leaf('b', 50)] },
      },
      'tree.children: share 110 points; a budget has 100',
    ],
    [
      { ...base, weighting: 'equal', tree: { code: 'top', children: [leaf('a', 2), leaf('b')] } },
      'tree.children.0.weight: is given, yet weighting is "equal"',
    ],
    [{ ...base, threshold: [3, 2] }, 'threshold: must be a share, at most 1'],
    [
      { ...base, normalisation: { kind: 'goalposts', goalposts: [10, 0] } },
      'normalisation.goalposts: must be [lower, upper] with lower < upper',
    ],
    [
      {
        ...base,
        indicators: [
          { code: 'a', normalisation: { kind: 'goalposts', goalposts: [10, 0] } },
          { code: 'b' },
        ],
      },
      'indicators.0.normalisation.goalposts: must be [lower, upper] with lower < upper',
    ],
    [
      { ...base, normalisation: { kind: 'min-max', scale: [100, 0] } },
      'normalisation.scale: must be [from, to] with from < to',
    ],
    ...(
      [
        ['goalposts', 'goalposts', 'are missing'],
        ['distance-to-target', 'target', 'is missing'],
        ['distance-to-reference', 'reference', 'is missing'],
        ['ratio-to-reference', 'reference', 'is missing'],
      ] as const
    ).map(([kind, mark, missing]): [object, string] => [
      { ...base, uncertainty: { normalisation: [{ kind: 'borda' }, { kind }] } },
      `uncertainty.normalisation.1.${mark}: ${missing} for "a" under "${kind}"`,
    ]),
    [
      {
        ...base,
        uncertainty: { normalisation: [{ kind: 'goalposts', goalposts: [1, 1] }] },
      },
      'uncertainty.normalisation.0.goalposts: must be [lower, upper] with lower < upper',
    ],
  ])('refuses %o', (recipe, message) => {
    expect(refusals(recipe)).toContain(message);
  });

  it.each<[object, number | null]>([
    [{ kind: 'min-max' }, 1],
    [{ kind: 'min-max', scale: [0, 1] }, 0.01],
    [{ kind: 'min-max', scale: [1, 100] }, null],
    [{ kind: 'min-max', scale: [-1, 1] }, null],
    [{ kind: 'z-score' }, 1],
    [{ kind: 'none' }, null],
  ])('under %o means have the floor %s where none is named', (normalisation, floor) => {
    const geometric = { kind: 'geometric' };
    const recipe = recipeSchema.parse({
      ...base,
      normalisation,
      aggregation: [geometric, { kind: 'arithmetic' }, { kind: 'harmonic', floor: 5 }],
      tree: { ...base.tree, aggregation: { kind: 'harmonic' } },
      uncertainty: { aggregation: [geometric, { kind: 'generalised', power: 2 }] },
    });
    expect(recipe.aggregation).toEqual([
      { ...geometric, floor },
      { kind: 'arithmetic' },
      { kind: 'harmonic', floor: 5 },
    ]);
    expect(recipe.tree.aggregation).toEqual({ kind: 'harmonic', floor });
    expect(recipe.uncertainty.aggregation).toEqual([
      { ...geometric, floor },
      { kind: 'generalised', power: 2, floor: null },
    ]);
    expect(recipeSchema.parse(recipe)).toEqual(recipe);
  });

  it('asks no marks of what only divides others', () => {
    const indicators = [
      { code: 'a', goalposts: [0, 1], denominator: 'people' },
      { code: 'people' },
    ];
    const tree = { code: 'top', children: [leaf('a')] };
    const recipe = { ...base, normalisation: { kind: 'goalposts' }, indicators, tree };
    expect(refusals(recipe)).toEqual([]);
    expect(
      refusals({ ...recipe, indicators: [{ ...indicators[0], goalposts: undefined }] }),
    ).toEqual(['indicators.0.goalposts: are missing: normalisation is "goalposts"']);
  });

  it('of an edition stays readable where none like it may be saved any more', () => {
    const recipe = { ...base, normalisation: { kind: 'min-max', scale: [100, 0] } };
    expect(refusals(recipe)).toHaveLength(1);
    expect(editionRecipeSchema.parse(recipe)).toMatchObject(recipe);
    expect(editionRecipeSchema.parse(base)).toEqual(recipeSchema.parse(base));
  });

  it('takes alternatives whose marks the indicators have, or they themselves', () => {
    const indicators = [{ code: 'a', target: 3 }, { code: 'b', target: 4 }, { code: 'people' }];
    const normalisation = [
      { kind: 'distance-to-target' },
      { kind: 'ratio-to-reference', reference: { value: 2 } },
      { kind: 'goalposts', goalposts: [0, 9] },
    ];
    expect(refusals({ ...base, indicators, uncertainty: { normalisation } })).toEqual([]);
  });

  it('refuses a negative weight by its path', () => {
    const recipe = { ...base, tree: { code: 'top', children: [leaf('a', -1), leaf('b')] } };
    expect(refusals(recipe)[0]).toMatch(/^tree\.children\.0/);
  });

  it('is published as the JSON Schema beside the plugin', () => {
    const file = path.resolve('src/plugins/regional-dynamics/recipe.schema.json');
    if (process.env.UPDATE_RECIPE_SCHEMA) {
      writeFileSync(file, `${JSON.stringify(recipeJsonSchema(), null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(recipeJsonSchema())),
    );
  });
});
