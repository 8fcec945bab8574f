import type { Core } from '@strapi/strapi';

/**
 * Where the running code was called from: the public API, the admin, or neither (seeds, workers,
 * cron).
 */
export const requestKind = ({
  strapi,
}: {
  strapi: Core.Strapi;
}): 'content-api' | 'admin' | undefined => {
  const route: unknown = strapi.requestContext.get()?.state?.route;
  const kind = (route as { info?: { type?: string } } | undefined)?.info?.type;
  return kind === 'content-api' || kind === 'admin' ? kind : undefined;
};
