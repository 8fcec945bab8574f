import { keyOf, type Sentence, say, type Values } from './say';

/** An item of a repeatable component, as sent or as stored. */
export type Item = Record<string, unknown>;

/**
 * A broken rule, in the form Strapi's ValidationError carries; then what it says, for other
 * languages than the message's.
 */
export type Fault = {
  path: string[];
  message: string;
  name: 'ValidationError';
  sentence: string;
  values: Values;
};

/** The fault of a field; the message names the outermost attribute. */
export const fault = (
  path: [string, ...(string | number)[]],
  sentence: Sentence,
  values: Values = {},
): Fault => ({
  path: path.map(String),
  message: `${path[0]}: ${say(sentence, values)}`,
  name: 'ValidationError',
  sentence: keyOf(sentence),
  values,
});

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const codeOf = (item: Item, code: string): string | undefined => {
  const value = item[code];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/**
 * The code each item of a list has: its stored one where the item is known by its id, else the
 * one given, else undefined. A code that differs from the stored one is a fault.
 */
export const readCodes = ({
  list,
  items,
  stored,
  code,
}: {
  list: string;
  items: Item[];
  stored: Item[];
  code: string;
}): { codes: (string | undefined)[]; faults: Fault[] } => {
  const storedById = new Map(stored.map((item) => [String(item.id), codeOf(item, code)]));
  const faults: Fault[] = [];
  const codes = items.map((item, index) => {
    const given = codeOf(item, code);
    const kept = item.id === undefined ? undefined : storedById.get(String(item.id));
    if (kept !== undefined && given !== undefined && given !== kept) {
      faults.push(fault([list, index, code], 'fixed-code', { code: kept }));
    }
    return kept ?? given;
  });
  return { codes, faults };
};

/** A fault for every code that an earlier item of the list has too. */
export const findDuplicates = (
  list: string,
  codes: (string | undefined)[],
  code: string,
): Fault[] =>
  codes.flatMap((value, index) =>
    value !== undefined && codes.indexOf(value) < index
      ? [fault([list, index, code], 'code-twice', { code: value })]
      : [],
  );

/**
 * Gives the items without a code those that are left over, in order, if there are exactly as
 * many: else nobody can tell which is meant.
 */
export const fillCodes = (
  codes: (string | undefined)[],
  known: string[],
): (string | undefined)[] => {
  const left = known.filter((value) => !codes.includes(value));
  const open = codes.filter((value) => value === undefined).length;
  if (open === 0 || open !== left.length) return codes;
  const queue = [...left];
  return codes.map((value) => value ?? queue.shift());
};
