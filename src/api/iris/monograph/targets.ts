import type { Attributes, ComponentLookup } from '../../../rules/schema';
import type { Target } from './plan-monograph';

/**
 * The lists of an initiative that prose can fill, and the part of an item that takes it. Its other
 * lists of texts name figures that stand in a list beside them.
 */
const PROSE_LISTS: Readonly<Record<string, string>> = { successFactors: 'text' };

const KINDS: Readonly<Record<string, 'line' | 'plain' | 'markdown'>> = {
  string: 'line',
  text: 'plain',
  richtext: 'markdown',
};

/**
 * The texts of an initiative that an answer may fill.
 * @param keys its localized attributes
 */
export const targetsOfInitiative = ({
  attributes,
  components,
  keys,
}: {
  attributes: Attributes;
  components: ComponentLookup;
  keys: readonly string[];
}): Record<string, Target> =>
  Object.fromEntries(
    keys.flatMap((field): [string, Target][] => {
      const attribute = attributes[field];
      if (!attribute) return [];
      const { type, maxLength, component } = attribute;
      const kind = KINDS[type];
      // Strapi's string column takes 255 characters whatever the schema says.
      if (kind)
        return [[field, { kind, maxLength: maxLength ?? (kind === 'line' ? 255 : undefined) }]];
      const key = PROSE_LISTS[field];
      if (key === undefined || component === undefined) return [];
      return [[field, { kind: 'items', key, maxLength: components(component)[key]?.maxLength }]];
    }),
  );
