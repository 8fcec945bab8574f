import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** How long shared caches may serve an answer that anybody may read, in seconds. */
type Settings = { maxAgeSeconds: number; staleSeconds: number };

const PRIVATE = 'private, no-store';

/** Serialises and encodes the body once: Koa sends the bytes as they are. Undefined for streams. */
const settleBytes = (ctx: Context): Buffer | undefined => {
  const { body } = ctx;
  if (Buffer.isBuffer(body)) return body;
  if (body === undefined || body === null || typeof body.pipe === 'function') return;
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  ctx.body = bytes;
  return bytes;
};

const isForAnybody = (ctx: Context): boolean =>
  ctx.get('Authorization') === '' && !ctx.state.auth?.credentials;

/**
 * Whether the caller has this text. Koa's own `fresh` says no where `Cache-Control: no-cache` is sent,
 * and `fetch` sends it beside every `If-None-Match`; what we compare with is never from a cache.
 */
const isKnown = (ctx: Context, tag: string): boolean =>
  ctx
    .get('If-None-Match')
    .split(',')
    .map((known) => known.trim().replace(/^W\//, ''))
    .some((known) => known === tag || known === '*');

/**
 * Lets every read of the content API be asked again for nothing: an `ETag` of what is sent, 304 where
 * the caller has it already, and `Cache-Control` by who asked. JSON and pictures that anybody may read
 * go into shared caches; what a token or a signed-in user reads, and every error, goes into none. A
 * route that sets `Cache-Control` itself is left alone. To stand outside `strapi::errors`.
 */
export default (
  { maxAgeSeconds, staleSeconds }: Settings,
  { strapi }: { strapi: Core.Strapi },
): Core.MiddlewareHandler => {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/`;
  const shared = `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${staleSeconds}`;
  return async (ctx, next) => {
    await next();
    if (!ctx.path.startsWith(prefix) || !['GET', 'HEAD'].includes(ctx.method)) return;
    ctx.vary('Authorization');
    const own = ctx.response.get('Cache-Control') !== '';
    const isRead = ctx.status === 200;
    if (!own) {
      const open = isRead && ctx.response.is('json', 'svg') && isForAnybody(ctx);
      ctx.set('Cache-Control', open ? shared : PRIVATE);
    }
    if (!isRead || ctx.response.get('ETag') !== '') return;
    const bytes = settleBytes(ctx);
    if (bytes === undefined) return;
    const hash = createHash('sha1').update(bytes).digest('base64url');
    // Weak: a proxy may compress the same text.
    ctx.set('ETag', `W/"${hash}"`);
    if (!isKnown(ctx, `"${hash}"`)) return;
    ctx.status = 304;
    ctx.body = null;
  };
};
