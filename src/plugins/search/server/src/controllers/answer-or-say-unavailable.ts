import type { Core } from '@strapi/strapi';
import { EngineRefused, EngineUnavailable } from '../engine/errors';

const RETRY_AFTER_SECONDS = 5;

type Context = Parameters<Core.ControllerHandler>[0];

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

/** Answers what the work gives; 503 while the engine can't. */
export const answerOrSayUnavailable = async ({
  strapi,
  ctx,
  work,
}: {
  strapi: Core.Strapi;
  ctx: Context;
  work: () => Promise<unknown>;
}): Promise<void> => {
  try {
    ctx.body = await work();
  } catch (error) {
    if (!(error instanceof EngineUnavailable || error instanceof EngineRefused)) throw error;
    strapi.log.warn(`search: a search could not be answered: ${error.message}`);
    sayUnavailable(ctx);
  }
};
