/** A reference that the server makes: one that follows from the entry, else a number in a series. */
export type ReferencePattern = { exact?: string; prefix: string; digits: number };

/**
 * The next free reference.
 * @param taken references of the type, those that begin with the prefix at least
 */
export const nextReference = ({
  pattern,
  taken,
}: {
  pattern: ReferencePattern;
  taken: readonly string[];
}): string => {
  const { exact, prefix, digits } = pattern;
  if (exact !== undefined && !taken.includes(exact)) return exact;
  const highest = taken.reduce((most, reference) => {
    const rest = reference.startsWith(prefix) ? reference.slice(prefix.length) : '';
    return /^\d{1,9}$/.test(rest) ? Math.max(most, Number(rest)) : most;
  }, 0);
  return `${prefix}${String(highest + 1).padStart(digits, '0')}`;
};
