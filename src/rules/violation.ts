import { errors } from '@strapi/utils';
import { uniqBy } from 'lodash';

/** One broken rule: where (attribute, index, sub-attribute), what is wrong, and the rule's name. */
export type Violation = { path: string[]; message: string; name: string };

/** What rules look at: an entry as it will stand, relations and media as lists of references. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * @param path attribute names and list indexes, outermost first
 * @param rule kebab-case name of the rule
 * @param sentence what is wrong, without the field's name, which is put before it
 */
export const violation = ({
  path,
  rule,
  sentence,
}: {
  path: (string | number)[];
  rule: string;
  sentence: string;
}): Violation => ({
  path: path.map(String),
  message: `${path.join('.')}: ${sentence}`,
  name: rule,
});

/**
 * Answers all broken rules at once, in the form of Strapi's own validation.
 * One that two rules found is named once.
 * @throws ValidationError unless `found` is empty
 */
export const refuse = (found: readonly Violation[]): void => {
  const violations = uniqBy(found, ({ path, name, message }) =>
    JSON.stringify([path, message, name]),
  );
  const [first] = violations;
  if (!first) return;
  throw new errors.ValidationError(
    violations.length === 1
      ? first.message
      : `${violations.length} rules are broken: ${violations.map(({ message }) => message).join(' · ')}`,
    { errors: violations },
  );
};
