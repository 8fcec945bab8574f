import type { Row } from './violation';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing was given: null, undefined, a blank text or an empty list. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The text under `key`, or undefined when there is none. */
export const textOf = (row: Row, key: string): string | undefined => {
  const value = row[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** The number under `key`; decimals may come as text from forms. Undefined when there is none. */
export const numberOf = (row: Row, key: string): number | undefined => {
  const value = row[key];
  if (isEmpty(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};

/** The items of the component list under `key`; an empty list when there is none. */
export const itemsOf = (row: Row, key: string): Record<string, unknown>[] => {
  const value = row[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
};

/** The documentIds of the relation under `key`, which the engine has resolved before. */
export const targetsOf = (row: Row, key: string): string[] =>
  itemsOf(row, key).flatMap(({ documentId }) =>
    typeof documentId === 'string' ? [documentId] : [],
  );
