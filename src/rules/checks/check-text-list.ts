import { type Violation, violation } from '../violation';

/**
 * A `json` attribute that holds a list of texts: each one is checked, none is repeated.
 * @param allows whether one text may stand in the list
 * @param expected what the texts should be, for the message: "http(s) addresses"
 */
export const checkTextList = ({
  value,
  path,
  rule,
  allows,
  expected,
}: {
  value: unknown;
  path: (string | number)[];
  rule: string;
  allows: (text: string) => boolean;
  expected: string;
}): Violation[] => {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) {
    return [violation({ path, rule, sentence: `must be a list of ${expected}` })];
  }
  return value.flatMap((item, index) => {
    if (typeof item !== 'string' || item.trim() === '' || !allows(item)) {
      return [
        violation({
          path: [...path, index],
          rule,
          sentence: `${JSON.stringify(item)} is not allowed: the list holds ${expected}`,
        }),
      ];
    }
    return value.indexOf(item) === index
      ? []
      : [violation({ path: [...path, index], rule, sentence: `"${item}" is listed twice` })];
  });
};
