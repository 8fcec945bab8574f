/**
 * Whether the last digit of a number is its check digit (Luhn, ISO/IEC 7812-1 annex B).
 * @param digits decimal digits only
 */
export const passesLuhn = (digits: string): boolean => {
  if (!/^\d+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit);
    if (position % 2 === 0) return total + value;
    return total + (value > 4 ? value * 2 - 9 : value * 2);
  }, 0);
  return sum % 10 === 0;
};
