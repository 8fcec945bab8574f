import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** A request too many is told when to come back: Strapi's own limits keep that to themselves. */
export const tellRetry: Core.MiddlewareHandler = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const reset: unknown = ctx.state.rateLimit?.reset;
    if (error instanceof errors.RateLimitError && typeof reset === 'number') {
      ctx.set('Retry-After', String(Math.max(1, reset - Math.floor(Date.now() / 1000))));
    }
    throw error;
  }
};
