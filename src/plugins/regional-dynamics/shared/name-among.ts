/** The name in a language; without one the French, the English, or else what stands in. */
export const nameAmong = (
  names: Readonly<Record<string, string>> | undefined,
  locale: string,
  standIn: string,
): string => names?.[locale] ?? names?.fr ?? names?.en ?? standIn;
