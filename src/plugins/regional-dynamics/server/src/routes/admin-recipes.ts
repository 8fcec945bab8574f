import { READ } from '../../../shared/permissions';
import { holding } from './holding';

/** Routes of the panel's recipe editor, *what if* and self-check. */
export const recipeRoutes = [
  { method: 'GET', path: '/self-check', handler: 'self-check.run', config: holding(READ) },
];
