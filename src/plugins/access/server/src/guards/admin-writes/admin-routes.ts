import type { Core } from '@strapi/strapi';

/** As much of a route as is added to before Strapi builds it. */
export type AdminRoute = {
  method: string;
  path: string;
  handler: unknown;
  config?: { middlewares?: unknown[]; policies?: unknown[] };
};

/** A plugin's admin routes, to be changed while plugins register. */
export const adminRoutes = (strapi: Core.Strapi, plugin: string): AdminRoute[] => {
  const routers: unknown = strapi.plugin(plugin).routes;
  return (routers as { admin: { routes: AdminRoute[] } }).admin.routes;
};
