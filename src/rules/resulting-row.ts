import { isRecord } from './readers';
import { type Reference, resolveRelation } from './resolve-relation';
import {
  type Attribute,
  type Attributes,
  type ComponentLookup,
  declaredAttributes,
} from './schema';
import type { Row } from './violation';

const references = (value: unknown): Reference[] =>
  resolveRelation({ stored: [], input: value ?? [], toOne: false });

/** Strapi updates the stored component that has the item's id, and makes a new one otherwise. */
const resultingComponent = ({
  attributes,
  components,
  storedItems,
  item,
}: {
  attributes: Attributes;
  components: ComponentLookup;
  storedItems: Record<string, unknown>[];
  item: Record<string, unknown>;
}): Record<string, unknown> => {
  const stored = storedItems.find(
    ({ id }) => item.id !== undefined && item.id !== null && String(id) === String(item.id),
  );
  const id = item.id ?? undefined;
  return {
    ...(id === undefined ? {} : { id }),
    ...resultingRow({ attributes, components, stored: stored ?? null, data: item }),
  };
};

const toItems = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? value : [value]).filter(isRecord);

const resultingValue = ({
  attribute,
  components,
  stored,
  isNew,
  input,
}: {
  attribute: Attribute;
  components: ComponentLookup;
  stored: unknown;
  isNew: boolean;
  input: unknown;
}): unknown => {
  if (attribute.type === 'relation' || attribute.type === 'media') {
    const toOne = attribute.type === 'media' ? attribute.multiple !== true : isToOne(attribute);
    return resolveRelation({ stored: references(stored), input, toOne });
  }
  if (attribute.type === 'component' && attribute.component) {
    const attributes = components(attribute.component);
    const items = toItems(input === undefined ? stored : input).map((item) =>
      resultingComponent({ attributes, components, storedItems: toItems(stored), item }),
    );
    if (attribute.repeatable) return items;
    return items[0] ?? null;
  }
  if (input !== undefined) return input;
  if (isNew && attribute.default !== undefined) return attribute.default;
  return stored ?? null;
};

const isToOne = ({ relation }: Attribute): boolean =>
  relation === 'oneToOne' || relation === 'manyToOne';

/**
 * The entry as it will stand once Strapi has written `data` over `stored`. Relations and media
 * become lists of references, whatever their form in `data`.
 * @param stored the row of that locale, or null when there is none yet
 */
export const resultingRow = ({
  attributes,
  components,
  stored,
  data,
}: {
  attributes: Attributes;
  components: ComponentLookup;
  stored: Row | null;
  data: Row;
}): Record<string, unknown> =>
  Object.fromEntries(
    declaredAttributes(attributes).map(([key, attribute]) => [
      key,
      resultingValue({
        attribute,
        components,
        stored: stored?.[key],
        isNew: stored === null,
        input: data[key],
      }),
    ]),
  );
