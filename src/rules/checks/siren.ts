import { passesLuhn } from './luhn';

/** SIREN of a French body: nine digits, the last one a Luhn check digit (art. R123-220 code de commerce). */
export const isSiren = (value: string): boolean => /^\d{9}$/.test(value) && passesLuhn(value);
