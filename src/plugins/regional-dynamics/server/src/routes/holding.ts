/** The policies of a route of the panel that asks for one of these permissions. */
export const holding = (...actions: string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});
