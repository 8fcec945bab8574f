import { z } from 'zod';
import { validationError } from '../validation-error';

/**
 * Reads a query or a body by its schema.
 * @throws ValidationError that names each place; of a name that is not known, those that are
 */
export const readInput = <T extends z.ZodType>(schema: T, given: unknown): z.output<T> => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  throw validationError(parsed.error, { known });
};
