import { EDIT_RECIPES, READ } from '../../../shared/permissions';
import { holding } from './holding';

/** Routes of the panel's recipe editor, *what if* and self-check. */
export const recipeRoutes = [
  { method: 'GET', path: '/self-check', handler: 'self-check.run', config: holding(READ) },
  { method: 'GET', path: '/recipes', handler: 'recipes.find', config: holding(EDIT_RECIPES) },
  {
    method: 'POST',
    path: '/recipes/check',
    handler: 'recipes.check',
    config: holding(EDIT_RECIPES),
  },
  {
    method: 'GET',
    path: '/recipes/:code',
    handler: 'recipes.findOne',
    config: holding(EDIT_RECIPES),
  },
  { method: 'PUT', path: '/recipes/:code', handler: 'recipes.save', config: holding(EDIT_RECIPES) },
  {
    method: 'POST',
    path: '/recipes/:code/preview',
    handler: 'recipes.preview',
    config: holding(EDIT_RECIPES),
  },
  { method: 'GET', path: '/what-if/:reference', handler: 'what-if.open', config: holding(READ) },
  {
    method: 'GET',
    path: '/what-if/:reference/figures/:unit',
    handler: 'what-if.figures',
    config: holding(READ),
  },
  { method: 'POST', path: '/what-if/:reference', handler: 'what-if.rank', config: holding(READ) },
];
