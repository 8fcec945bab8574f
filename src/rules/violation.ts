import { errors } from '@strapi/utils';
import { uniqBy } from 'lodash';
import { english, type SentenceKey, type SentenceValues } from '../refusals/sentence';

/**
 * One broken rule: where (attribute, index, sub-attribute), what is wrong in English, and the
 * rule's name; then the same for other languages, as the key of a sentence and its values.
 */
export type Violation = {
  path: string[];
  message: string;
  name: string;
  sentence: SentenceKey;
  values: SentenceValues;
  /** The locale it was found in, where several were judged. */
  locale?: string;
};

/** What rules look at: an entry as it will stand, relations and media as lists of references. */
export type Row = Readonly<Record<string, unknown>>;

type Broken = {
  path: (string | number)[];
  values?: SentenceValues;
} & ({ rule: SentenceKey; sentence?: undefined } | { rule: string; sentence: SentenceKey });

/**
 * @param path attribute names and list indexes, outermost first
 * @param rule kebab-case name of the rule
 * @param sentence what is wrong, without the field's name, which is put before it; where it has the
 * rule's name, that is enough
 */
export const violation = ({ path, values = {}, ...broken }: Broken): Violation => {
  const sentence = broken.sentence ?? broken.rule;
  return {
    path: path.map(String),
    message: `${path.join('.')}: ${english(sentence, values)}`,
    name: broken.rule,
    sentence,
    values,
  };
};

/** The violation as found within the attribute `key`. */
export const within = (key: string, found: Violation): Violation => ({
  ...found,
  path: [key, ...found.path],
  message: `${key}.${found.message}`,
});

/**
 * Answers all broken rules at once, in the form of Strapi's own validation.
 * One that two rules found is named once.
 * @param uid the type whose fields the paths name
 * @throws ValidationError unless `found` is empty
 */
export const refuse = (found: readonly Violation[], uid?: string): void => {
  const violations = uniqBy(found, ({ path, name, message }) =>
    JSON.stringify([path, message, name]),
  );
  const [first] = violations;
  if (!first) return;
  throw new errors.ValidationError(
    violations.length === 1
      ? first.message
      : `${violations.length} rules are broken: ${violations.map(({ message }) => message).join(' · ')}`,
    { ...(uid === undefined ? {} : { uid }), errors: violations },
  );
};
