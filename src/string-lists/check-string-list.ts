import { type Violation, violation } from '../rules/violation';
import { CONTENTS, contentsOf, type Holds } from './contents';

/** Most texts of one list: what a form can show and a filter can compare. */
const MAX_ITEMS = 200;

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
  const broken = (sentence: string, at: (string | number)[] = path) =>
    violation({ path: at, rule, sentence });
  if (!Array.isArray(value)) return [broken(`must be a list of ${expected}`)];
  if (value.length > MAX_ITEMS) {
    return [broken(`has ${value.length} entries, at most ${MAX_ITEMS} are allowed`)];
  }
  const known = new Set<unknown>();
  return value.flatMap((item: unknown, index) => {
    const here = [...path, index];
    const isRepeated = known.has(item);
    known.add(item);
    if (typeof item === 'string' && item.length > maxLength) {
      return [broken(`has ${item.length} characters, at most ${maxLength} are allowed`, here)];
    }
    if (typeof item !== 'string' || item.trim() === '' || !(allows?.(item) ?? true)) {
      return [broken(`${JSON.stringify(item)} is not allowed: the list holds ${expected}`, here)];
    }
    if (item !== item.trim()) return [broken(`"${item}" has blanks around it`, here)];
    return isRepeated ? [broken(`"${item}" is listed twice`, here)] : [];
  });
};
