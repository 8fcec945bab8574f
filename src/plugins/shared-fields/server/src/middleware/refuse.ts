import { errors } from '@strapi/utils';
import type { Fault } from '../core/code-items';
import { keyOf, type Sentence, say, type Values } from '../core/say';

/**
 * @param uid the type whose fields the faults name
 * @throws ValidationError with all faults in Strapi's own form, if there are any
 */
export const refuseFaults = (faults: Fault[], uid: string): void => {
  const [first] = faults;
  if (!first) return;
  const message = faults.length === 1 ? first.message : `${faults.length} errors occurred`;
  throw new errors.ValidationError(message, { uid, errors: faults });
};

/** The error of a whole document that may not be written so. */
export const refusalOf = (sentence: Sentence, values: Values = {}): errors.ValidationError =>
  new errors.ValidationError(say(sentence, values), { sentence: keyOf(sentence), values });
