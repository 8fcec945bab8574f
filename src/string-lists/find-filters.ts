import type { Attributes, ComponentLookup } from '../rules/schema';
import { type ListOptions, listOptionsOf } from './attribute';

/** A list that REST filters by, and the components that lead to it. */
export type ListFilter = {
  parameter: string;
  options: ListOptions;
  /** Component attributes from the entry down to the list's owner; none for the entry's own list. */
  through: string[];
  /** The component that holds the list; undefined for the entry itself. */
  component: string | undefined;
  attribute: string;
};

/**
 * The lists of a type that say by `options.filter` that REST filters by them, its own and those in
 * its components. Private ones have no parameter: a filter would tell what they hold.
 * @throws Error where two lists of a type ask for one parameter
 */
export const findFilters = ({
  attributes,
  components,
}: {
  attributes: Attributes;
  components: ComponentLookup;
}): ListFilter[] => {
  const walk = (
    level: Attributes,
    through: string[],
    component: string | undefined,
  ): ListFilter[] =>
    Object.entries(level).flatMap(([attribute, definition]) => {
      if (definition.private === true) return [];
      if (definition.type === 'component' && definition.component) {
        const { component: uid } = definition;
        return walk(components(uid), [...through, attribute], uid);
      }
      const options = listOptionsOf(definition);
      return options?.filter === undefined
        ? []
        : [{ parameter: options.filter, options, through, component, attribute }];
    });
  const found = walk(attributes, [], undefined);
  for (const { parameter } of found) {
    if (found.filter((one) => one.parameter === parameter).length > 1) {
      throw new Error(`Two lists of one type ask for the parameter ${parameter}`);
    }
  }
  return found;
};
