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

const added = new WeakSet<object>();

/**
 * Adds a middleware to a route. Strapi's modules keep their routes for the life of the process, so
 * what an earlier Strapi in it has added goes.
 */
export const addMiddleware = (route: AdminRoute, middleware: Core.MiddlewareHandler): void => {
  const others = (route.config?.middlewares ?? []).filter(
    (one) => typeof one !== 'function' || !added.has(one),
  );
  added.add(middleware);
  route.config = { ...route.config, middlewares: [...others, middleware] };
};
