import { errors } from '@strapi/utils';
import { english, type SentenceKey } from './sentence';

/** A 404 that says what is not there, in the reader's language where the panel asks. */
export const notFound = (sentence: SentenceKey): errors.NotFoundError =>
  new errors.NotFoundError(english(sentence), { sentence });
