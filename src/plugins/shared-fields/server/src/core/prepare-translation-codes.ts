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

/**
 * Sees to the codes in what is saved on a translation: each item's is one that the original
 * has. One that the translation holds already stays, though the original lost it since: its
 * text would be gone when the original's editor brings it back.
 * @param stored the coded lists of this translation's row as it is, by name
 * @param originals the coded lists of the original's row, by name
 */
export const prepareTranslationCodes = ({
  lists,
  data,
  stored,
  originals,
  code,
}: {
  lists: CodedList[];
  data: Record<string, unknown>;
  stored: Record<string, Item[]>;
  originals: Record<string, Item[]>;
  code: string;
}): { data: Record<string, unknown>; faults: Fault[] } => {
  const prepared: Record<string, unknown> = { ...data };
  const faults: Fault[] = [];
  for (const { name, follows = name } of lists.filter(({ localized }) => localized)) {
    const value = data[name];
    if (!Array.isArray(value)) continue;
    const items = value.filter(isItem);
    const known = (originals[follows] ?? [])
      .map((item) => codeOf(item, code))
      .filter((given) => given !== undefined);
    const held = (stored[name] ?? []).map((item) => codeOf(item, code));
    const read = readCodes({ list: name, items, stored: stored[name] ?? [], code });
    const codes = fillCodes(read.codes, known);
    faults.push(...read.faults, ...findDuplicates(name, codes, code));
    codes.forEach((given, index) => {
      if (given === undefined) {
        faults.push(
          fault([name, index, code], 'original-code-needed', { list: { field: follows } }),
        );
      } else if (!known.includes(given) && !held.includes(given)) {
        faults.push(
          fault([name, index, code], 'unknown-original-code', {
            code: given,
            list: { field: follows },
          }),
        );
      }
    });
    prepared[name] = items.map((item, index) => ({ ...item, [code]: codes[index] }));
  }
  return { data: prepared, faults };
};
