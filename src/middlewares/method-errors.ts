import type { Core } from '@strapi/strapi';

const NAMES: Record<number, string> = { 405: 'MethodNotAllowedError', 501: 'NotImplementedError' };

/** Answers a method that an address of the API does not have in the API's own error form. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/`;
  return async (ctx, next) => {
    await next();
    const { status } = ctx;
    const name = NAMES[status];
    if (!name || ctx.body || !ctx.path.startsWith(prefix)) return;
    const allowed = ctx.response.get('Allow');
    const message = `${ctx.method} is not possible here; ${allowed || 'no method'} is.`;
    ctx.body = { data: null, error: { status, name, message, details: {} } };
    ctx.status = status;
  };
};
