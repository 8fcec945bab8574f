import type { Core } from '@strapi/strapi';
import type { AccessConfig } from '../config';
import { READ_DRAFTS } from '../constants';
import { asksForDrafts } from '../core/asks-for-drafts';
import { badQuery } from '../core/bad-query';
import { checkOtherRead } from '../core/check-other-read';
import { isDataError } from '../core/is-data-error';
import { isPublicWrite } from '../core/is-public-write';
import { refusal } from '../core/refusal';
import { type Auth, rightsOf } from './rights-of';
import { createViewpoint } from './viewpoint';

type Middleware = Core.MiddlewareHandler;
type Context = Parameters<Middleware>[0];

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Authenticates before the route does, by the same strategies. The route will do it again.
 * @returns undefined when the credentials are refused; the answer is then written
 */
const identify = async (strapi: Core.Strapi, ctx: Context): Promise<Auth | undefined> => {
  const { route, auth } = ctx.state;
  let found: Auth | undefined;
  ctx.state.route = { info: { type: 'content-api' }, config: {} };
  await strapi.get('auth').authenticate(ctx, async () => {
    found = ctx.state.auth;
  });
  ctx.state.route = route;
  ctx.state.auth = auth;
  return found;
};

/** Lets a read go on; an operand that only the database refuses is the caller's fault all the same. */
const answer = async (next: () => Promise<unknown>): Promise<void> => {
  try {
    await next();
  } catch (error) {
    if (!isDataError(error)) throw error;
    const message = 'A value in the query is of a kind that the database does not take.';
    throw badQuery({ message, path: 'query' });
  }
};

/**
 * Stands before every content-API route, those of other plugins too: the public writes nothing, and
 * drafts are asked for only with a token that may read them.
 */
export const createRequestGuard =
  ({ strapi, config }: { strapi: Core.Strapi; config: AccessConfig }): Middleware =>
  async (ctx, next) => {
    const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
    const writing = !READING.has(ctx.method);
    const asked = asksForDrafts({
      query: ctx.query,
      body: writing ? ctx.request.body : undefined,
    });
    const path = ctx.path.startsWith(`${prefix}/`) ? ctx.path.slice(prefix.length) : '';
    const open = isPublicWrite({ entries: config.publicWrites, method: ctx.method, path });
    // Routes match in any case, and with a slash at their end.
    const read = config.otherReads[path.toLowerCase().replace(/\/$/, '')];
    if (read !== undefined && !writing) {
      const rights = { drafts: false, members: false };
      const viewpoint = createViewpoint({ strapi, config, rights });
      checkOtherRead({ query: ctx.query, uid: read, viewpoint });
    }
    if (asked === undefined && !writing) return answer(next);
    if (asked === undefined && open) return next();

    const auth = await identify(strapi, ctx);
    if (auth === undefined) return;
    if (writing && !open && !auth.credentials) {
      throw refusal({
        message: `${ctx.method} needs an API token or a signed-in user: the public only reads.`,
        path: ctx.path,
      });
    }
    if (asked !== undefined && !rightsOf({ auth, config }).drafts) {
      throw refusal({
        message: `${asked} asks for drafts, which needs an API token with the permission ${READ_DRAFTS}.`,
        path: asked,
      });
    }
    return writing ? next() : answer(next);
  };
