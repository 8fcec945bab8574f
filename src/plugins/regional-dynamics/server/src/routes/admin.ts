import { READ } from '../../../shared/permissions';

const holding = (...actions: string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});

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
  ],
};
