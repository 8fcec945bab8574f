import { z } from 'zod';
import { checkRecipe } from './check-recipe';
import { compareCodes } from './compare-codes';
import { fillFloors } from './fill-floors';

const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'must be letters, digits, "_", "." or "-"')
  .max(80);

const floor = z
  .number()
  .positive()
  .nullable()
  .describe(
    'Children below it are clamped to it, each listed. null: a value ≤ 0 ends the node. Left out, a geometric or harmonic mean has a hundredth of the normalisation’s scale where that begins at 0 (1 of 100), none for raw figures and other scales, else 1.',
  );

export const aggregationSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('arithmetic') }),
    z.strictObject({ kind: z.literal('geometric'), floor: floor.optional() }),
    z.strictObject({ kind: z.literal('harmonic'), floor: floor.optional() }),
    z.strictObject({
      kind: z.literal('generalised'),
      power: z.number().describe('Exponent of the generalised mean; 0 is the geometric mean.'),
      floor: floor.default(null),
    }),
    z.strictObject({
      kind: z.literal('copeland'),
      minJointWeight: z
        .number()
        .min(0)
        .max(1)
        .default(0.5)
        .describe('A pair observed jointly on less than this share of the weight is incomparable.'),
    }),
  ])
  .meta({ id: 'aggregation' });

const scale = z
  .tuple([z.number(), z.number()])
  .default([0, 100])
  .describe('The range that 0 and 1 are stretched to.');

const reference = z
  .union([z.strictObject({ value: z.number() }), z.strictObject({ unit: z.string() })])
  .describe('A figure, or the unit whose own value of that year is the reference.')
  .meta({ id: 'reference' });

export const normalisationSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('goalposts'),
      goalposts: z.tuple([z.number(), z.number()]).optional(),
      scale,
    }),
    z.strictObject({ kind: z.literal('min-max'), scale }),
    z.strictObject({
      kind: z.literal('z-score'),
      mean: z.number().default(50),
      sd: z.number().positive().default(10),
    }),
    z.strictObject({ kind: z.literal('percentile-rank'), scale }),
    z.strictObject({ kind: z.literal('borda') }),
    z.strictObject({
      kind: z.literal('distance-to-target'),
      target: z.number().optional(),
      scale,
    }),
    z.strictObject({
      kind: z.literal('distance-to-reference'),
      reference: reference.optional(),
      scale,
    }),
    z.strictObject({ kind: z.literal('ratio-to-reference'), reference: reference.optional() }),
    z.strictObject({ kind: z.literal('distance-to-maximum'), scale }),
    z.strictObject({ kind: z.literal('fraction-of-maximum'), scale }),
    z.strictObject({ kind: z.literal('none') }),
  ])
  .meta({ id: 'normalisation' });

const treatmentSchema = z
  .strictObject({
    skewness: z.number().positive().default(2),
    kurtosis: z.number().default(3.5).describe('Excess kurtosis.'),
    winmax: z
      .union([
        z.strictObject({ points: z.int().min(0) }),
        z.strictObject({ share: z.number().min(0).max(1) }),
      ])
      .default({ points: 5 })
      .describe('At most so many points of a column are winsorised.'),
    log: z.boolean().default(true).describe('Try log_CT where winsorising is not enough.'),
    mirrorNegativeSkew: z.boolean().default(false),
  })
  .meta({ id: 'treatment' });

const indicatorSchema = z
  .strictObject({
    code,
    direction: z.enum(['more', 'less']).default('more').describe('Which way is better.'),
    unit: z.string().optional(),
    quantity: z
      .enum(['rate', 'total'])
      .default('rate')
      .describe("A total is never filled with its parent region's or its group's value."),
    transform: z.enum(['none', 'log10', 'ln']).default('none'),
    denominator: code
      .optional()
      .describe(
        'Code of figures in the data, whether or not they are an indicator of the recipe: x becomes x / denominator of the same unit and year.',
      ),
    goalposts: z.tuple([z.number(), z.number()]).optional(),
    target: z.number().optional(),
    reference: reference.optional(),
    normalisation: normalisationSchema.optional().describe("Instead of the recipe's."),
    treat: z.boolean().default(true),
    maxCarryYears: z.int().min(0).optional().describe("Instead of the imputation step's."),
  })
  .meta({ id: 'indicator' });

const imputationStepSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('time'),
      interpolate: z.boolean().default(true),
      carryForward: z.boolean().default(true),
      carryBack: z.boolean().default(true),
      maxCarryYears: z.int().min(0).default(5),
    }),
    z.strictObject({
      kind: z.literal('parent'),
      levels: z.int().min(1).max(3).default(2).describe('2: NUTS1, then NUTS0 for a NUTS2 region.'),
    }),
    z.strictObject({
      kind: z.literal('group'),
      by: z.enum(['group', 'all']).default('group'),
      statistic: z.enum(['mean', 'median']).default('mean'),
    }),
  ])
  .meta({ id: 'imputationStep' });

const threshold = z
  .tuple([z.int().min(0), z.int().min(1)])
  .refine(([have, of]) => have <= of, 'must be a share, at most 1')
  .describe('A node is available when at least this share of its children (by count) is.')
  .meta({ id: 'threshold' });

const leafSchema = z
  .strictObject({ indicator: code, weight: z.number().min(0).optional() })
  .meta({ id: 'leaf' });

const nodeSchema = z
  .strictObject({
    code,
    names: z.record(z.string(), z.string()).optional(),
    weight: z.number().min(0).optional(),
    aggregation: aggregationSchema.optional(),
    threshold: threshold.optional(),
    get children() {
      return z.array(z.union([leafSchema, nodeSchema])).min(1);
    },
  })
  .meta({ id: 'node' });

const uncertaintySchema = z
  .strictObject({
    replications: z.int().min(1).max(100_000).default(1000),
    seed: z.int().min(0).max(0x7fffffff).default(1),
    level: z.number().gt(0).lt(1).default(0.9),
    weights: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('none') }),
        z.strictObject({
          kind: z.literal('uniform'),
          spread: z.number().min(0).max(1).default(0.25),
        }),
        z.strictObject({ kind: z.literal('dirichlet'), concentration: z.number().positive() }),
      ])
      .default({ kind: 'uniform', spread: 0.25 }),
    normalisation: z.array(normalisationSchema).default([]).describe('Alternatives, drawn evenly.'),
    aggregation: z.array(aggregationSchema).default([]).describe("Alternatives for the root's."),
    winmax: z.array(z.int().min(0)).default([]).describe('Alternatives, in points.'),
    imputation: z
      .strictObject({
        alternatives: z
          .array(z.array(imputationStepSchema))
          .default([])
          .describe("Other steps than the recipe's, drawn evenly with them."),
        parentDraw: z
          .boolean()
          .default(false)
          .describe(
            "Draw what stands in from a parent around the parent's value, with the spread of observed units under one parent.",
          ),
      })
      .optional()
      .describe('Other ways to fill gaps.'),
    standardErrors: z
      .boolean()
      .optional()
      .describe('Draw every figure whose standard error is known around itself.'),
    leaveOneOut: z.boolean().default(false).describe('Also leave one indicator (or none) out.'),
  })
  .meta({ id: 'uncertainty' });

const shape = z.strictObject({
  $schema: z.string().optional(),
  code,
  version: z.string().default('1'),
  names: z.record(z.string(), z.string()).default({}),
  description: z.string().optional(),
  source: z.string().optional(),
  indicators: z.array(indicatorSchema).min(1),
  screening: z
    .strictObject({ minAvailability: z.number().min(0).max(1) })
    .optional()
    .describe('Share of observed cells below which a unit is dropped.'),
  imputation: z
    .strictObject({
      steps: z.array(imputationStepSchema).default([]),
      maxImputedShare: z.number().min(0).max(1).optional(),
    })
    .default({ steps: [] }),
  treatment: treatmentSchema.optional(),
  normalisation: normalisationSchema.default({ kind: 'goalposts', scale: [0, 100] }),
  weighting: z.enum(['equal', 'given', 'budget']).default('given'),
  aggregation: z
    .array(aggregationSchema)
    .min(1)
    .default([{ kind: 'arithmetic' }])
    .describe('From the root down, one per level; the last holds for all deeper levels.'),
  threshold: threshold.default([2, 3]),
  tree: nodeSchema,
  uncertainty: uncertaintySchema.prefault({}),
});

export type RecipeNode = z.infer<typeof nodeSchema>;
export type RecipeLeaf = z.infer<typeof leafSchema>;
export type Aggregation = z.infer<typeof aggregationSchema>;
export type Normalisation = z.infer<typeof normalisationSchema>;
export type Treatment = z.infer<typeof treatmentSchema>;
export type ImputationStep = z.infer<typeof imputationStepSchema>;
export type RecipeIndicator = z.infer<typeof indicatorSchema>;
export type Recipe = z.infer<typeof shape>;

/** Codes of all figures a recipe asks for: its indicators' and their denominators', in order. */
export const figureCodes = ({ indicators }: Pick<Recipe, 'indicators'>): string[] =>
  [
    ...new Set(
      indicators.flatMap((one) => [one.code, ...(one.denominator ? [one.denominator] : [])]),
    ),
  ].sort(compareCodes);

/** The rule an indicator is normalised by: an alternative stands before its own and the recipe's. */
export const ruleOf = (
  recipe: Pick<Recipe, 'normalisation'>,
  indicator: Pick<RecipeIndicator, 'normalisation'>,
  alternative?: Normalisation | null,
): Normalisation => alternative ?? indicator.normalisation ?? recipe.normalisation;

/** Whether an indicator's figures are used in the quantity and unit that they are observed in. */
export const isAsObserved = (
  indicator: Pick<RecipeIndicator, 'transform' | 'denominator'> | undefined,
): boolean => indicator?.transform === 'none' && indicator.denominator === undefined;

export const isLeaf = (child: RecipeNode | RecipeLeaf): child is RecipeLeaf => 'indicator' in child;

/**
 * A recipe: everything but the data that a composite indicator is made of. Recipe and data give a
 * result that anyone can reproduce. Defaults are filled in by parsing; an unknown key is refused.
 */
export const recipeSchema = shape
  .superRefine((recipe, context) => {
    checkRecipe(recipe, (path, message) => context.addIssue({ code: 'custom', path, message }));
  })
  .transform((recipe) => fillFloors(recipe));

/** The recipe of an edition: a frozen one stays readable, whatever later versions refuse to save. */
export const editionRecipeSchema = shape.transform((recipe) => fillFloors(recipe));

/** The published JSON Schema of a recipe as an author writes it (defaults may be left out). */
export const recipeJsonSchema = () => ({
  ...z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' }),
  title: 'Recipe of a composite indicator',
});
