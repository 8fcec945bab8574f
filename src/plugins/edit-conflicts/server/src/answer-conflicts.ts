import type { Core } from '@strapi/strapi';
import { ConflictError } from './conflict-error';

/** Answers a refused save with 409: Strapi answers errors that it does not know with 400. */
export const answerConflicts: Core.MiddlewareHandler = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    ctx.conflict(error.message, error.details);
  }
};
