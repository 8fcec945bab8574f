import { errors } from '@strapi/utils';
import type { SentenceKey } from '../../refusals/sentence';
import { violation } from '../../rules/violation';

/**
 * The error of a field without which an action makes no sense.
 * @param sentence what it is needed for
 * @param uid the type that has the field
 */
export const missing = (
  field: string,
  sentence: SentenceKey,
  uid: string,
): errors.ValidationError => {
  const found = violation({ path: [field], rule: 'required', sentence });
  return new errors.ValidationError(found.message, { uid, errors: [found] });
};
