import type { SentenceKey, SentenceValues } from '../refusals/sentence';
import { type Violation, violation } from '../rules/violation';
import { CONTENTS, contentsOf, type Holds } from './contents';

/** Most texts of one list: what a form can show and a filter can compare. */
const MAX_ITEMS = 200;

const shown = (item: unknown): string =>
  typeof item === 'string' ? item : String(JSON.stringify(item));

/** A list of strings holds allowed texts, each once, without blanks around them. */
export const checkStringList = ({
  value,
  path,
  holds,
}: {
  value: unknown;
  path: (string | number)[];
  holds: Holds;
}): Violation[] => {
  if (value === null || value === undefined) return [];
  const { rule, expected, maxLength, allows } = contentsOf(holds) ?? CONTENTS.keywords;
  const broken = (sentence: SentenceKey, values: SentenceValues, at = path) =>
    violation({ path: at, rule, sentence, values });
  if (!Array.isArray(value)) return [broken('list.form', { expected })];
  if (value.length > MAX_ITEMS) {
    return [broken('list.size', { count: value.length, max: MAX_ITEMS })];
  }
  const known = new Set<unknown>();
  return value.flatMap((item: unknown, index) => {
    const here = [...path, index];
    const isRepeated = known.has(item);
    known.add(item);
    if (typeof item === 'string' && item.length > maxLength) {
      return [broken('max-length', { length: item.length, max: maxLength }, here)];
    }
    if (typeof item !== 'string' || item.trim() === '' || !(allows?.(item) ?? true)) {
      return [broken('list.item', { item: shown(item), expected }, here)];
    }
    if (item !== item.trim()) return [broken('list.blanks', { item }, here)];
    return isRepeated ? [broken('list.twice', { item }, here)] : [];
  });
};
