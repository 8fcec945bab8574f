import { READ } from '../../../shared/permissions';
import { dataRoutes } from './admin-data';
import { recipeRoutes } from './admin-recipes';
import { runRoutes } from './admin-runs';
import { holding } from './holding';

/** Under `/regional-dynamics`, for the panel's session; each route names the permission it asks for. */
export default {
  type: 'admin',
  routes: [
    {
      method: 'GET',
      path: '/editions',
      handler: 'panel-editions.find',
      config: holding(READ),
    },
    {
      method: 'GET',
      path: '/editions/:reference',
      handler: 'panel-editions.findOne',
      config: holding(READ),
    },
    {
      method: 'GET',
      path: '/editions/:reference/whole',
      handler: 'panel-editions.download',
      config: holding(READ),
    },
    {
      method: 'GET',
      path: '/editions/:reference/cells',
      handler: 'panel-editions.cells',
      config: holding(READ),
    },
    {
      method: 'GET',
      path: '/editions/:reference/statistics',
      handler: 'panel-editions.statistics',
      config: holding(READ),
    },
    ...dataRoutes,
    ...recipeRoutes,
    ...runRoutes,
  ],
};
