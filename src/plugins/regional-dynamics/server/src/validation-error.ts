import { errors } from '@strapi/utils';
import type { z } from 'zod';

/** A zod refusal in Strapi's own form: each error names its path and the rule. */
export const validationError = (error: z.ZodError, under: string[] = []) => {
  const list = error.issues.map((issue) => ({
    path: [...under, ...issue.path.map(String)],
    message: issue.message,
    name: 'ValidationError',
  }));
  const first = list[0];
  const message = first ? `${first.path.join('.') || 'query'}: ${first.message}` : error.message;
  return new errors.ValidationError(message, { errors: list });
};
