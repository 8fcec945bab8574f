import type { Entry } from './contracts';

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of an attribute; undefined when it is empty or no text. */
export const textOf = (entry: Entry, attribute: string): string | undefined => {
  const value = entry[attribute];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** The texts of several attributes, empty ones left out. */
export const textsOf = (entry: Entry, attributes: readonly string[]): string[] =>
  attributes.flatMap((attribute) => textOf(entry, attribute) ?? []);

export const numberOf = (entry: Entry, attribute: string): number | undefined => {
  const value = entry[attribute];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

/** The related entries or components of an attribute, one or many. */
export const itemsOf = (entry: Entry, attribute: string): Entry[] => {
  const value = entry[attribute];
  return (Array.isArray(value) ? value : [value]).filter(isEntry);
};

/**
 * Unix seconds of an ISO date; a partial date (`2007`, `2018-01`) counts from its first day.
 * @returns undefined when the attribute holds no date
 */
export const secondsOf = (entry: Entry, attribute: string): number | undefined => {
  const value = entry[attribute];
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined;
  const milliseconds = new Date(value).getTime();
  return Number.isFinite(milliseconds) ? Math.floor(milliseconds / 1000) : undefined;
};
