import type { Attribute, Schema } from './schema';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idsOf = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]).map(
    (item) => (isRecord(item) ? item.id : item),
  );

const plainComponent = (
  value: unknown,
  component: string,
  components: Record<string, Schema>,
): Record<string, unknown> | null => {
  if (!isRecord(value)) return null;
  return Object.fromEntries(
    Object.entries(components[component]?.attributes ?? {}).map(([name, attribute]) => [
      name,
      toPlainValue({ value: value[name], attribute, components }),
    ]),
  );
};

/**
 * A populated value without the ids that differ between rows of equal content: media and
 * relations become lists of ids, components lose their own.
 */
export const toPlainValue = ({
  value,
  attribute,
  components,
}: {
  value: unknown;
  attribute: Attribute;
  components: Record<string, Schema>;
}): unknown => {
  const { type, component = '' } = attribute;
  if (type === 'media' || type === 'relation') return idsOf(value);
  if (type !== 'component') return value instanceof Date ? value.toISOString() : (value ?? null);
  const items = (Array.isArray(value) ? value : [value])
    .map((item) => plainComponent(item, component, components))
    .filter((item) => item !== null);
  return items;
};
