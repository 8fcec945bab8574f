import { errors } from '@strapi/utils';
import type { z } from 'zod';

/** A zod refusal in Strapi's own form: each error names its path and the rule. */
export const validationError = (error: z.ZodError, under: string[] = []) => {
  const list = error.issues.flatMap((issue) =>
    (issue.code === 'unrecognized_keys' ? issue.keys : [undefined]).map((key) => ({
      path: [...under, ...issue.path.map(String), ...(key === undefined ? [] : [key])],
      message: key === undefined ? issue.message : 'is not known here',
      name: 'ValidationError',
    })),
  );
  const first = list[0];
  const message = first ? `${first.path.join('.') || 'query'}: ${first.message}` : error.message;
  return new errors.ValidationError(message, { errors: list });
};
