import { type Core, factories, type UID } from '@strapi/strapi';
import { findBySlug } from './find-by-slug';

type Route = Record<string, unknown> & { request?: { query?: unknown } };

/** No entry's documentId. */
const NOBODY = '-';

/** Turns a slug into what `findOne` asks for: the entry, in the slug's locale unless one is asked. */
const resolveSlug = ({ strapi, uid }: { strapi: Core.Strapi; uid: string }) => {
  const middleware: Core.MiddlewareHandler = async (ctx, next) => {
    const { slug } = ctx.params;
    const drafts = ctx.query.status === 'draft';
    const found = await findBySlug({ strapi, uid, slug, drafts });
    // What nobody has is answered like what the caller may not see.
    ctx.params.id = found?.documentId ?? NOBODY;
    if (ctx.query.locale === undefined && found?.locale) ctx.query.locale = found.locale;
    await next();
    if (ctx.body === undefined || ctx.body === null) return ctx.notFound();
  };
  return middleware;
};

/**
 * The reading routes of a content type: `find`, `findOne`, and `GET /<type>/by-slug/:slug` where it
 * has a slug. By slug is `findOne` with its permission, its controller and its parameters.
 */
export const createReadRouter =
  (uid: UID.ContentType) =>
  ({ strapi }: { strapi: Core.Strapi }) => {
    const { info, attributes } = strapi.contentType(uid);
    const { routes } = factories.createCoreRouter(uid, { only: ['find', 'findOne'] });
    const own = (typeof routes === 'function' ? routes() : routes) as Route[];
    const findOne = own.find(({ handler }) => handler === `${uid}.findOne`);
    if (!findOne || !('slug' in attributes)) return { type: 'content-api', routes: own };
    const bySlug = {
      ...findOne,
      path: `/${info.pluralName}/by-slug/:slug`,
      request: { query: findOne.request?.query },
      config: { middlewares: [resolveSlug({ strapi, uid })] },
    };
    return { type: 'content-api', routes: [...own, bySlug] };
  };
