import { z } from 'zod';
import { inFrench } from './in-french';
import { type Recipe, recipeSchema } from './recipe';

export type RecipeProblem = { path: (string | number)[]; message: string };

/**
 * Checks a recipe as every save does and says what is wrong where, in French or English. An
 * unknown key is a problem of its own.
 */
export const parseRecipe = (
  given: unknown,
  language: 'fr' | 'en' = 'en',
): { kind: 'holds'; recipe: Recipe } | { kind: 'wrong'; problems: RecipeProblem[] } => {
  const words = language === 'fr' ? z.locales.fr() : z.locales.en();
  const parsed = recipeSchema.safeParse(given, {
    error: (issue) => words.localeError(issue as never),
  });
  if (parsed.success) return { kind: 'holds', recipe: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
    message: language === 'fr' ? inFrench(message) : message,
  }));
  return { kind: 'wrong', problems };
};
