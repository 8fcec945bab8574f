import { errors } from '@strapi/utils';
import type { z } from 'zod';

/**
 * A zod refusal in Strapi's own form: each error names its path and the rule.
 * @param under what the refused thing lies in
 * @param known the names at the top that would be understood; those of what lies within are not told
 */
export const validationError = (
  error: z.ZodError,
  { under = [], known = [] }: { under?: string[]; known?: string[] } = {},
) => {
  const unknown = (within: readonly unknown[]) =>
    known.length === 0 || within.length > 0
      ? 'is not known here'
      : `is not known here; known are ${known.join(', ')}`;
  const list = error.issues.flatMap((issue) =>
    (issue.code === 'unrecognized_keys' ? issue.keys : [undefined]).map((key) => ({
      path: [...under, ...issue.path.map(String), ...(key === undefined ? [] : [key])],
      message: key === undefined ? issue.message : unknown(issue.path),
      name: 'ValidationError',
    })),
  );
  const first = list[0];
  const message = first ? `${first.path.join('.') || 'query'}: ${first.message}` : error.message;
  return new errors.ValidationError(message, { errors: list });
};
