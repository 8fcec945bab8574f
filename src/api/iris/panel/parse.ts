import { errors } from '@strapi/utils';
import type { z } from 'zod';

/**
 * What was sent, judged by a schema.
 * @throws ValidationError that names each wrong field
 */
export const parse = <S extends z.ZodType>(schema: S, sent: unknown): z.output<S> => {
  const { success, data, error } = schema.safeParse(sent);
  if (success) return data;
  const found = error.issues.map(({ path, message }) => {
    const names = path.map(String);
    return {
      path: names,
      name: 'ValidationError',
      message: [names.join('.'), message].filter(Boolean).join(': '),
    };
  });
  throw new errors.ValidationError(found.map(({ message }) => message).join(' · '), {
    errors: found,
  });
};
