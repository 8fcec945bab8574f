import type { SentenceValue } from '../../refusals/sentence';
import { itemsOf } from '../readers';
import type { Row, Violation } from '../violation';
import { checkKnown } from './check-known';

/** The texts that the lists of texts under `key` hold, over all items of the component list. */
export const mentionedIn = (row: Row, list: string, key: string): string[] =>
  itemsOf(row, list).flatMap((item) => {
    const value = item[key];
    return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
  });

/**
 * In each item of a component list, the list under `key` names only what is known.
 * @param rule the rule's name, as `known-initiative`
 * @param expected what the texts should be, as a sentence
 */
export const checkMentions = (
  row: Row,
  {
    list,
    key,
    known,
    rule,
    expected,
  }: {
    list: string;
    key: string;
    known: ReadonlySet<string>;
    rule: string;
    expected: SentenceValue;
  },
): Violation[] =>
  itemsOf(row, list).flatMap((item, index) =>
    checkKnown({
      value: item[key],
      path: [list, index, key],
      rule,
      isKnown: (text) => known.has(text),
      expected,
    }),
  );
