import type { Core } from '@strapi/strapi';
import { isRecord } from '../rules/readers';
import { tongueOf } from './tongue-of';
import { translateRefusal } from './translate-refusal';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** The type that a request of the content manager writes. */
const writtenType = (ctx: Context): string | undefined => {
  const { model, uid } = ctx.params ?? {};
  return typeof model === 'string' ? model : typeof uid === 'string' ? uid : undefined;
};

/**
 * Has every refusal of the admin's routes speak the panel's language and call fields by their
 * labels. The content API's stay English, with the names of the schema. Call it in `register()`.
 */
export const registerRefusals = ({ strapi }: { strapi: Core.Strapi }): void => {
  const translate = (ctx: Context, { message, details }: { message: string; details?: unknown }) =>
    translateRefusal({
      message,
      details,
      uid: writtenType(ctx),
      tongue: tongueOf({ strapi, ctx }),
    });

  const middleware: Core.MiddlewareHandler = async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof Error) Object.assign(error, translate(ctx, error));
      throw error;
    }
    const { body } = ctx;
    // Strapi's own controllers answer some refusals without throwing.
    if (!isRecord(body) || !isRecord(body.error) || typeof body.error.message !== 'string') return;
    const { message, details } = body.error;
    ctx.body = { ...body, error: { ...body.error, ...translate(ctx, { message, details }) } };
  };
  strapi.server.api('admin').use(middleware);
};
