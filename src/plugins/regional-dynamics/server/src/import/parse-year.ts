import { YEARS } from '../core/observation';

/** A year from 1900 to 2100, written with four digits; null for anything else, a blank too. */
export const parseYear = (text: string | undefined): number | null => {
  if (text === undefined || !/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  return year < YEARS.min || year > YEARS.max ? null : year;
};
