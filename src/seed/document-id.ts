import { createHash } from 'node:crypto';

const LENGTH = 24;
const FIRST_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The documentId of a seeded entry: the same on every machine, in the form of Strapi's own
 * (24 characters of a-z0-9, the first a letter).
 */
export const documentIdOf = ({ type, reference }: { type: string; reference: string }): string => {
  const digest = createHash('sha256').update(`${type}\n${reference}`).digest('hex');
  const digits = BigInt(`0x${digest}`).toString(36).padStart(LENGTH, '0');
  const first = FIRST_LETTERS[Number(BigInt(`0x${digest}`) % 26n)];
  return `${first}${digits.slice(-LENGTH + 1)}`;
};
