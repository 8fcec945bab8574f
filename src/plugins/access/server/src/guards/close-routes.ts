import type { Core } from '@strapi/strapi';

type Route = { method: string; path: string; config?: { prefix?: string } };
type Router = { type?: string; prefix?: string; routes: Route[] };
type RouterInput = Router | ((input: { strapi: Core.Strapi }) => Router);

/**
 * Takes routes of other plugins off the content API before it is built: no permission opens them
 * then, and no token.
 * @param closed `METHOD /path` as the route is declared, place-holders included, without the API's
 *   prefix: `GET /users/:id`
 */
export const closeRoutes = ({
  strapi,
  closed,
}: {
  strapi: Core.Strapi;
  closed: string[];
}): void => {
  for (const [name, plugin] of Object.entries(strapi.plugins)) {
    // A plain list is of admin routes.
    if (Array.isArray(plugin.routes)) continue;
    const inputs = Object.entries(plugin.routes as Record<string, RouterInput>);
    const open = inputs.map(([key, input]) => {
      // Others change admin routes where they stand.
      if (typeof input !== 'function' && input.type !== 'content-api') return [key, input];
      // Routers are built from schemas, which other plugins still extend: not before its time.
      const build = (given: { strapi: Core.Strapi }): Router => {
        const router = typeof input === 'function' ? input(given) : input;
        if (router.type !== 'content-api') return router;
        const nameOf = ({ method, path, config }: Route) =>
          `${method} ${config?.prefix ?? router.prefix ?? `/${name}`}${path}`;
        return {
          ...router,
          routes: router.routes.filter((route) => !closed.includes(nameOf(route))),
        };
      };
      return [key, build];
    });
    Object.assign(plugin, { routes: Object.fromEntries(open) });
  }
};
