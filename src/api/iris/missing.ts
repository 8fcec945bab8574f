import { errors } from '@strapi/utils';

/**
 * The error of a field without which an action makes no sense.
 * @param why what it is needed for, as the end of a sentence
 */
export const missing = (field: string, why: string): errors.ValidationError => {
  const message = `${field}: is required: ${why}`;
  return new errors.ValidationError(message, {
    errors: [{ path: [field], name: 'required', message }],
  });
};
