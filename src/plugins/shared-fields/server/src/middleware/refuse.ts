import { errors } from '@strapi/utils';
import type { Fault } from '../core/code-items';

/** @throws ValidationError with all faults in Strapi's own form, if there are any */
export const refuseFaults = (faults: Fault[]): void => {
  const [first] = faults;
  if (!first) return;
  const message = faults.length === 1 ? first.message : `${faults.length} errors occurred`;
  throw new errors.ValidationError(message, { errors: faults });
};
