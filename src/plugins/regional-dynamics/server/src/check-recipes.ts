import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { INDEX } from './constants';
import { editionPlanSchema } from './core/edition-plan';
import { recipeSchema } from './core/recipe';
import { validationError } from './validation-error';

const check = ({ params }: { params: { data?: unknown } }) => {
  const data: unknown = params.data;
  if (typeof data !== 'object' || data === null) return;
  if ('editionPlan' in data && data.editionPlan !== null) {
    const plan = editionPlanSchema.safeParse(data.editionPlan);
    if (!plan.success) throw validationError(plan.error, { under: ['editionPlan'] });
  }
  if (!('recipe' in data)) return;
  const recipe = recipeSchema.safeParse(data.recipe);
  if (!recipe.success) throw validationError(recipe.error, { under: ['recipe'] });
  if ('code' in data && data.code !== recipe.data.code) {
    const message = `must be the index's own code, "${String(data.code)}"`;
    throw new errors.ValidationError(`recipe.code: ${message}`, {
      errors: [{ path: ['recipe', 'code'], message, name: 'ValidationError' }],
    });
  }
};

/** An index is saved with a recipe and a plan of editions that hold, whatever way it comes. */
export const checkRecipes = (strapi: Core.Strapi): void => {
  strapi.db.lifecycles.subscribe({ models: [INDEX], beforeCreate: check, beforeUpdate: check });
};
