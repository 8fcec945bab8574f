import type { SentenceValue } from '../../refusals/sentence';
import { type Violation, violation } from '../violation';

/**
 * The texts of a list name only what is known. That it is a list of texts, the schema's own check
 * says.
 * @param rule the rule's name, as `known-initiative`
 * @param expected what the texts should be, as a sentence
 */
export const checkKnown = ({
  value,
  path,
  rule,
  isKnown,
  expected,
}: {
  value: unknown;
  path: (string | number)[];
  rule: string;
  isKnown: (text: string) => boolean;
  expected: SentenceValue;
}): Violation[] =>
  (Array.isArray(value) ? value : []).flatMap((item: unknown, index) =>
    typeof item !== 'string' || isKnown(item)
      ? []
      : [
          violation({
            path: [...path, index],
            rule,
            sentence: 'known',
            values: { item, expected },
          }),
        ],
  );
