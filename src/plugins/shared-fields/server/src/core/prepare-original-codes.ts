import {
  codeOf,
  type Fault,
  fault,
  fillCodes,
  findDuplicates,
  type Item,
  isItem,
  readCodes,
} from './code-items';
import type { CodedList } from './find-coded-lists';

type Result = { data: Record<string, unknown>; faults: Fault[] };

const itemsOf = (value: unknown): Item[] | undefined =>
  Array.isArray(value) ? value.filter(isItem) : undefined;

const withCodes = (items: Item[], codes: (string | undefined)[], code: string): Item[] =>
  items.map((item, index) => ({ ...item, [code]: codes[index] }));

/**
 * Sees to the codes in what is saved on an original (or on a type without locales): every item
 * has one, unique in its list and never changed; a text list has an item for each code of the
 * list that it follows, and loses those whose code was taken out there.
 * @param data what the caller sent
 * @param stored the coded lists of the row as it is, by name; empty for a new document
 * @param makeCode makes a code that was never used before
 */
export const prepareOriginalCodes = ({
  lists,
  data,
  stored,
  code,
  makeCode,
}: {
  lists: CodedList[];
  data: Record<string, unknown>;
  stored: Record<string, Item[]>;
  code: string;
  makeCode: () => string;
}): Result => {
  const prepared: Record<string, unknown> = { ...data };
  const faults: Fault[] = [];
  const known = new Map<string, string[]>();
  const storedCodes = (name: string) =>
    (stored[name] ?? []).map((item) => codeOf(item, code)).filter((value) => value !== undefined);

  for (const { name } of lists.filter(({ follows }) => follows === undefined)) {
    const items = itemsOf(data[name]);
    if (!items) {
      known.set(name, data[name] === null ? [] : storedCodes(name));
      continue;
    }
    const read = readCodes({ list: name, items, stored: stored[name] ?? [], code });
    const codes = read.codes.map((value) => value ?? makeCode());
    faults.push(...read.faults, ...findDuplicates(name, codes, code));
    known.set(name, codes);
    prepared[name] = withCodes(items, codes, code);
  }

  for (const { name, follows } of lists) {
    if (follows === undefined || (data[name] === undefined && data[follows] === undefined))
      continue;
    const codesThere = known.get(follows) ?? [];
    const before = new Set([...storedCodes(follows), ...storedCodes(name)]);
    const sent = itemsOf(data[name]);
    const items =
      sent ??
      (data[name] === null
        ? []
        : (stored[name] ?? []).map(({ id, ...item }) => ({ id, [code]: item[code] })));
    const read = readCodes({ list: name, items, stored: stored[name] ?? [], code });
    const codes = fillCodes(read.codes, codesThere);
    faults.push(...read.faults, ...findDuplicates(name, codes, code));
    codes.forEach((value, index) => {
      if (value === undefined) {
        faults.push(fault([name, index, code], 'code-needed', { list: { field: follows } }));
      } else if (!codesThere.includes(value) && !before.has(value)) {
        faults.push(
          fault([name, index, code], 'unknown-code', { code: value, list: { field: follows } }),
        );
      }
    });
    prepared[name] = [
      ...withCodes(items, codes, code).filter((item) => codesThere.includes(String(item[code]))),
      ...codesThere.filter((value) => !codes.includes(value)).map((value) => ({ [code]: value })),
    ];
  }
  return { data: prepared, faults };
};
