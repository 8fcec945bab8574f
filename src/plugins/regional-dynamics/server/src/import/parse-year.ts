/** A year from 1900 to 2099, written with four digits; null for anything else, a blank too. */
export const parseYear = (text: string | undefined): number | null =>
  text !== undefined && /^(19|20)\d\d$/.test(text) ? Number(text) : null;
