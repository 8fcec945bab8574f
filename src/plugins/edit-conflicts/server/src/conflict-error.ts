import { errors } from '@strapi/utils';
import type { ConflictDetails } from '../../shared/contracts';

/** Somebody else has saved since the form was opened. Strapi has no error of its own for 409. */
export class ConflictError extends errors.ApplicationError<
  'ApplicationError',
  string,
  ConflictDetails
> {
  constructor(details: ConflictDetails) {
    super('Somebody else has saved this entry since it was opened.', details);
  }
}
