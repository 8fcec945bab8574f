/**
 * Request header in which the panel says what it opened: the `updatedAt` of the version that the
 * form was filled from, or `none` where the version did not exist. Clients that send none are not
 * checked.
 */
export const OPENED_HEADER = 'x-opened-version';
export const NOTHING_OPENED = 'none';

/** `details` of the 409 that refuses a save. */
export type ConflictDetails = {
  /** When the version that is stored now was saved; null when there is none any more. */
  updatedAt: string | null;
  /** The attributes that the form of this version edits. What others share with it is left out. */
  fields: string[];
};
