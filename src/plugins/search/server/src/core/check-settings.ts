import type { AttributeSettings, SearchType } from '../../../shared/contracts';
import { searchRules } from './search-rules';

/**
 * Holds the settings about attributes against the declarations.
 * @returns one sentence per mistake
 */
export const checkSettings = (input: {
  types: readonly SearchType[];
  parameters: Readonly<Record<string, string>>;
  attributes: Readonly<Record<string, AttributeSettings>>;
}): string[] => {
  const rules = searchRules(input);
  const { types, attributes, sortable, computed } = rules({ now: 0 });
  return [
    ...Object.entries(input.parameters)
      .filter(([, attribute]) => !Object.hasOwn(attributes, attribute))
      .map(([name, attribute]) => `parameters.${name}: no type declares ${attribute} filterable`),
    ...Object.entries(input.attributes).flatMap(([name, { namedBy }]) => [
      ...([attributes, computed].some((known) => Object.hasOwn(known, name)) ||
      sortable.includes(name)
        ? []
        : [`attributes.${name}: no type declares it`]),
      ...(namedBy === undefined || types.includes(namedBy)
        ? []
        : [`attributes.${name}.namedBy: ${namedBy} is no type of search`]),
    ]),
  ];
};
