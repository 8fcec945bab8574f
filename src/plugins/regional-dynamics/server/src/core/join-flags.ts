/** The flags of several figures as one: Eurostat's letters each once, others side by side. */
export const joinFlags = (flags: readonly (string | undefined)[]): string | undefined => {
  const given = [...new Set(flags.flatMap((flag) => flag || []))];
  if (given.length === 0) return undefined;
  return given.every((flag) => /^[a-z]+$/.test(flag))
    ? [...new Set(given.join(''))].join('')
    : given.join(' ');
};
