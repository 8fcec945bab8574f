import { z } from 'zod';
import { editionPlanSchema } from '../core/edition-plan';
import { recipeSchema } from '../core/recipe';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/, 'must be a code');
const name = z.string().min(1).max(255);

const unit = z.string().min(1).max(80).optional();

const names = {
  nameFr: name,
  nameEl: name.optional(),
  namePt: name.optional(),
  nameEs: name.optional(),
  namePl: name.optional(),
  nameEn: name.optional(),
};

export const indicatorsFile = z.array(
  z.strictObject({
    reference: z.string().regex(/^[A-Z0-9][A-Z0-9._-]{0,63}$/, 'must be a reference'),
    code,
    ...names,
    unit,
    unitFr: unit,
    unitEl: unit,
    unitPt: unit,
    unitEs: unit,
    unitPl: unit,
    unitEn: unit,
    direction: z.enum(['more', 'less']),
    source: z.string().min(1).max(255),
    sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
    licence: z.string().max(120).optional(),
  }),
);

/** Beside `observations-X.csv`: whose figures they are, and which vintage of them. */
export const sourceFile = z.strictObject({
  source: z.string().min(1),
  sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
  licence: z.string(),
  vintage: z.string().min(1).max(40),
});

export const indexFile = z
  .strictObject({
    code,
    ...names,
    editions: editionPlanSchema,
    recipe: recipeSchema,
  })
  .refine(({ code: own, recipe }) => own === recipe.code, {
    path: ['recipe', 'code'],
    message: "must be the index's own code",
  });
