import type { Core } from '@strapi/strapi';

/** Addresses whose last part is a secret. */
const SECRET = /(\/approvals\/)[^/?#]+/i;

/**
 * Takes the tokens of approval links out of a request's address once it has been answered, so that
 * no log line holds one. To stand right after `strapi::logger`, which logs the address as it is then.
 */
const hideTokens = (): Core.MiddlewareHandler => async (ctx, next) => {
  try {
    await next();
  } finally {
    ctx.url = ctx.url.replace(SECRET, '$1…');
  }
};

export default hideTokens;
