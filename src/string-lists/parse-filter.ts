import type { SentenceKey, SentenceValues } from '../refusals/sentence';
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
  const broken = (rule: string, sentence: SentenceKey, values: SentenceValues) =>
    refuse([violation({ path: [parameter], rule, sentence, values })]);
  if (words.length > MAX_WORDS) {
    broken('filter-size', 'list.filter-size', { count: words.length, max: MAX_WORDS });
  }
  for (const word of words) {
    if (word === '') {
      broken('filter-words', 'list.filter-empty', { expected });
    }
    if (!(allows?.(word) ?? true)) {
      broken('filter-words', 'list.filter-word', { word, expected });
    }
  }
  return words;
};
