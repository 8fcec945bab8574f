import type { Core } from '@strapi/strapi';
import type { Attribute } from '../core/model';

type Route = { handler?: unknown };
type Router = { routes: Route[] };
type RouterInput = Router | ((input: { strapi: Core.Strapi }) => Router);

const belongsTo = (uid: string) => (route: Route) =>
  typeof route.handler === 'string' && route.handler.startsWith(`${uid}.`);

const isPrivateLink = (attribute: Attribute, privateTypes: string[]) =>
  attribute.type === 'relation' &&
  (attribute.target === undefined || privateTypes.includes(attribute.target));

/**
 * Takes the private types off the content API before it is built: their routes, so that no
 * permission for them can be given either, and every attribute that leads to them. Polymorphic
 * links, which may lead anywhere, are closed too.
 * @throws Error when a type of the settings does not exist
 */
export const hidePrivateTypes = ({
  strapi,
  privateTypes,
}: {
  strapi: Core.Strapi;
  privateTypes: string[];
}): void => {
  for (const uid of privateTypes) {
    if (!(uid in strapi.contentTypes)) {
      throw new Error(`The access plugin's privateTypes name ${uid}, which is no content type.`);
    }
    const apiName = uid.startsWith('api::') ? uid.slice('api::'.length).split('.')[0] : undefined;
    const routers = apiName ? (strapi.apis[apiName]?.routes as Record<string, RouterInput>) : {};
    for (const [name, input] of Object.entries(routers)) {
      // Routers are built from their schemas, which other plugins still extend: not before its time.
      routers[name] = (given) => {
        const router = typeof input === 'function' ? input(given) : input;
        return { ...router, routes: router.routes.filter((route) => !belongsTo(uid)(route)) };
      };
    }
  }
  const models = [...Object.values(strapi.contentTypes), ...Object.values(strapi.components)];
  for (const model of models) {
    for (const attribute of Object.values(model.attributes) as Attribute[]) {
      if (isPrivateLink(attribute, privateTypes)) attribute.private = true;
    }
  }
};
