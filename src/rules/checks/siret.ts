import { passesLuhn } from './luhn';

const LA_POSTE = '356000000';

/**
 * SIRET of a French establishment: SIREN and five digits, Luhn over all fourteen.
 * La Poste has more establishments than Luhn leaves room for: of its numbers the sum of the digits
 * is a multiple of five instead, and its head office's passes Luhn alone.
 */
export const isSiret = (value: string): boolean => {
  if (!/^\d{14}$/.test(value)) return false;
  if (passesLuhn(value)) return true;
  const sum = [...value].reduce((total, digit) => total + Number(digit), 0);
  return value.startsWith(LA_POSTE) && sum % 5 === 0;
};
