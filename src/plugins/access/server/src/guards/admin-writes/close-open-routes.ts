import type { Core } from '@strapi/strapi';
import { adminRoutes } from './admin-routes';

/** What Strapi lets everybody do who is signed in to the admin, and the permission it takes here. */
const OPEN = [
  {
    plugin: 'content-manager',
    method: 'PUT',
    path: '/components/:uid/configuration',
    permission: 'plugin::content-manager.components.configure-layout',
  },
  {
    plugin: 'i18n',
    method: 'PUT',
    path: '/settings',
    permission: 'plugin::i18n.locale.update',
  },
  { plugin: 'email', method: 'POST', path: '/', permission: 'plugin::email.settings.read' },
] as const;

/**
 * Asks a permission for the writes in Strapi's own plugins that ask for none.
 * @throws Error when such a route is gone, so that an upgrade of Strapi does not reopen it unseen
 */
export const closeOpenRoutes = (strapi: Core.Strapi): void => {
  for (const { plugin, method, path, permission } of OPEN) {
    const route = adminRoutes(strapi, plugin).find(
      (one) => one.method === method && one.path === path,
    );
    if (!route) throw new Error(`The access plugin finds no route ${method} ${path} in ${plugin}.`);
    route.config ??= {};
    route.config.policies = [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permission] } },
    ];
  }
};
