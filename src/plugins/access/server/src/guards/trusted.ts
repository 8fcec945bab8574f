import type { Core } from '@strapi/strapi';

const TRUSTED = Symbol('trusted');

/**
 * Runs `work` outside the guard, for what the server itself must read to answer a request, such as
 * a rule that looks at an interview. Its result must not be sent as it is. Outside a request nothing
 * is guarded. The mark stands on the request as `work` sees it: a storage of its own would follow every
 * promise of every request.
 */
export const runTrusted = <T extends Promise<unknown>>({
  strapi,
  work,
}: {
  strapi: Core.Strapi;
  work: () => T;
}): T => {
  const request = strapi.requestContext.get();
  if (!request) return work();
  const trusted = Object.create(request, { [TRUSTED]: { value: true } });
  // Strapi's type knows of work without an answer only.
  return strapi.requestContext.run(trusted, work as unknown as () => Promise<void>) as unknown as T;
};

export const isTrusted = (strapi: Core.Strapi): boolean =>
  TRUSTED in (strapi.requestContext.get() ?? {});
