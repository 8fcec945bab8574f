import { errors } from '@strapi/utils';
import type { Read } from '../core/problem';

/** @throws ValidationError with every problem of the parameters */
export const readOrRefuse = <T>(read: Read<T>): T => {
  if (read.state === 'valid') return read.value;
  const { problems } = read;
  throw new errors.ValidationError(problems.map(({ message }) => message).join('; '), {
    errors: problems,
  });
};
