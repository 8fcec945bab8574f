/**
 * The locales in the order in which they are sent: the engine indexes one index at a time,
 * and an editor looks for the language that was just edited.
 */
export const orderLocales = ({
  locales,
  edited,
}: {
  locales: readonly string[];
  edited: readonly (string | null)[];
}): string[] => {
  const count = (locale: string) => edited.filter((candidate) => candidate === locale).length;
  return [...locales].sort((a, b) => count(b) - count(a));
};
