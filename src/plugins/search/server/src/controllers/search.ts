import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { parseSearchQuery } from '../core/parse-search-query';
import { parseSuggestQuery } from '../core/parse-suggest-query';
import { createTokenBuckets } from '../core/token-bucket';
import type { Caller } from '../core/visible-to';
import { getConfig, getService } from '../services/get-service';
import { answerOrSayUnavailable } from './answer-or-say-unavailable';
import { readOrRefuse } from './read-or-refuse';

type Context = Parameters<Core.ControllerHandler>[0];

/** @throws ValidationError for any parameter: the route takes none */
const refuseParameters = (ctx: Context): void => {
  const [name] = Object.keys(ctx.query);
  if (name === undefined) return;
  const message = `${name} is not a parameter here: there are none`;
  throw new errors.ValidationError(message, {
    errors: [{ path: [name], message, name: 'ValidationError' }],
  });
};

const isForAnybody = (ctx: Context): boolean => ctx.get('Authorization') === '';

/** What depends on the moment may be kept until the minute is over, since calls close at whole minutes. */
const keepUntilNextMinute = (ctx: Context, now: number): void => {
  if (!isForAnybody(ctx)) return;
  ctx.set('Cache-Control', `public, max-age=${59 - (Math.floor(now / 1_000) % 60)}`);
};

/** The routes of search: 400 names the parameter and its rule, 429 and 503 say when to come back. */
export const search = ({ strapi }: { strapi: Core.Strapi }) => {
  const { mayFindMembers, rateLimit } = getConfig(strapi);
  const secondsToWait = createTokenBuckets(rateLimit);

  const callerOf = (ctx: Context): Caller => ({
    forMembers: mayFindMembers?.({ strapi, auth: ctx.state.auth }) === true,
  });

  /** @throws RateLimitError for the requests of an address that come too fast */
  const limit = (ctx: Context): void => {
    // A server that renders pages asks for all its visitors, with a token that can be taken away.
    if (ctx.state.auth?.strategy?.name === 'content-api-token') return;
    const seconds = secondsToWait({ caller: ctx.request.ip, now: Date.now() });
    if (seconds === 0) return;
    ctx.set('Retry-After', String(seconds));
    throw new errors.RateLimitError(
      `Too many searches from this address: try again in ${seconds} s`,
    );
  };

  const answering = (ctx: Context, work: () => Promise<unknown>): Promise<void> =>
    answerOrSayUnavailable({ strapi, ctx, work });

  return {
    find: async (ctx: Context): Promise<void> => {
      limit(ctx);
      const service = getService({ strapi, name: 'query' });
      const now = Date.now();
      const query = readOrRefuse(
        parseSearchQuery({ query: ctx.query, rules: await service.rules({ now }) }),
      );
      if (query.isMomentary) keepUntilNextMinute(ctx, now);
      await answering(ctx, () => service.search({ query, caller: callerOf(ctx) }));
    },

    suggest: async (ctx: Context): Promise<void> => {
      limit(ctx);
      const { types, ...locales } = await getService({ strapi, name: 'query' }).rules({
        now: Date.now(),
      });
      const query = readOrRefuse(
        parseSuggestQuery({ query: ctx.query, rules: { types, ...locales } }),
      );
      await answering(ctx, async () => ({
        data: await getService({ strapi, name: 'suggest' }).find({ query, caller: callerOf(ctx) }),
      }));
    },

    token: async (ctx: Context): Promise<void> => {
      limit(ctx);
      refuseParameters(ctx);
      const tokens = getService({ strapi, name: 'accessToken' });
      if (!tokens.isOffered()) {
        throw new errors.NotFoundError(
          'Browsers cannot reach the search engine here, since the setting MEILI_PUBLIC_HOST is empty: use /api/search',
        );
      }
      ctx.set('Cache-Control', 'private, no-store');
      await answering(ctx, async () => ({ data: await tokens.make({ caller: callerOf(ctx) }) }));
    },

    /** For load balancers: 200 while searches are answered, 503 while they are not. Never limited. */
    health: async (ctx: Context): Promise<void> => {
      refuseParameters(ctx);
      ctx.set('Cache-Control', 'private, no-store');
      await answering(ctx, async () => {
        await getService({ strapi, name: 'engine' }).reader.health();
        return { data: { status: 'healthy' } };
      });
    },
  };
};
