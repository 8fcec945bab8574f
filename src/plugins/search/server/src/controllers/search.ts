import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { parseSearchQuery } from '../core/parse-search-query';
import { parseSuggestQuery } from '../core/parse-suggest-query';
import type { Read } from '../core/problem';
import { createTokenBuckets } from '../core/token-bucket';
import type { Caller } from '../core/visible-to';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import { getConfig, getService } from '../services/get-service';

const RETRY_AFTER_SECONDS = 5;

type Context = Parameters<Core.ControllerHandler>[0];

/** @throws ValidationError with every problem of the parameters */
const readOrRefuse = <T>(read: Read<T>): T => {
  if (read.state === 'valid') return read.value;
  const { problems } = read;
  throw new errors.ValidationError(problems.map(({ message }) => message).join('; '), {
    errors: problems,
  });
};

/** @throws ValidationError for any parameter: the route takes none */
const refuseParameters = (ctx: Context): void => {
  const [name] = Object.keys(ctx.query);
  if (name === undefined) return;
  const message = `${name} is not a parameter here: there are none`;
  throw new errors.ValidationError(message, {
    errors: [{ path: [name], message, name: 'ValidationError' }],
  });
};

const sayUnavailable = (ctx: Context): void => {
  ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
  ctx.status = 503;
  ctx.body = {
    data: null,
    error: {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'Search is not available at the moment; everything else is. Try again soon.',
      details: {},
    },
  };
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
      `Too many searches from this address: try again in ${seconds} seconds`,
    );
  };

  const answering = async (ctx: Context, work: () => Promise<unknown>): Promise<void> => {
    try {
      ctx.body = await work();
    } catch (error) {
      if (!(error instanceof EngineUnavailable || error instanceof EngineRefused)) throw error;
      strapi.log.warn(`search: a search could not be answered: ${error.message}`);
      sayUnavailable(ctx);
    }
  };

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
