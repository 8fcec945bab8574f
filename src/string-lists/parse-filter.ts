import { refuse, violation } from '../rules/violation';
import { CONTENTS, contentsOf, type Holds } from './contents';

/** Most words of one filter: each is a comparison per row. */
const MAX_WORDS = 50;

/**
 * The words that a parameter names, each once: `region,municipality`.
 * @throws ValidationError naming the parameter, what it says and what it may say
 */
export const parseFilter = ({
  parameter,
  value,
  holds,
}: {
  parameter: string;
  value: unknown;
  holds: Holds;
}): string[] => {
  const { expected, allows } = contentsOf(holds) ?? CONTENTS.keywords;
  const words = [...new Set(String(value).split(','))].map((word) => word.trim());
  const broken = (rule: string, sentence: string) =>
    refuse([violation({ path: [parameter], rule, sentence })]);
  if (words.length > MAX_WORDS) {
    broken('filter-size', `names ${words.length} words, at most ${MAX_WORDS} are allowed`);
  }
  for (const word of words) {
    if (word === '') {
      broken(
        'filter-words',
        `an empty word finds nothing. Name ${expected}, parted by commas, or leave the parameter out`,
      );
    }
    if (!(allows?.(word) ?? true)) {
      broken('filter-words', `"${word}" is not allowed here: name ${expected}, parted by commas`);
    }
  }
  return words;
};
