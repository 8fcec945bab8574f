import { type Attribute, type Fields, isFields, type Model } from './models';

const NUMBERS = new Set(['integer', 'decimal', 'float']);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Half-typed JSON is compared as the text it is.
    return text;
  }
};

const compareFields = (
  value: Fields,
  model: Model | undefined,
  components: Record<string, Model>,
) =>
  Object.fromEntries(
    Object.entries(model?.attributes ?? {})
      .filter(([name, { type }]) => type !== 'relation' && name !== 'id')
      .map(([name, attribute]): [string, unknown] => [
        name,
        comparable({ value: value[name], attribute, components }),
      ])
      .filter(([, inner]) => inner !== undefined),
  );

/**
 * A value as it is compared: without what a form or a row adds to it (ids, keys, links), and nothing
 * where it is empty. What the API answers and what a form sends then say the same.
 */
export const comparable = ({
  value,
  attribute,
  components,
}: {
  value: unknown;
  attribute: Attribute;
  components: Record<string, Model>;
}): unknown => {
  if (value === null || value === undefined || value === '') return undefined;
  const { type } = attribute;
  if (type === 'component' || type === 'dynamiczone') {
    const one = (item: unknown): unknown => {
      if (!isFields(item)) return item;
      const uid = type === 'component' ? attribute.component : item.__component;
      return compareFields(item, components[String(uid)], components);
    };
    if (!Array.isArray(value)) return one(value);
    return value.length === 0 ? undefined : value.map(one);
  }
  if (type === 'media') {
    const ids = (Array.isArray(value) ? value : [value]).map((file) =>
      isFields(file) ? file.id : file,
    );
    return ids.length === 0 ? undefined : ids;
  }
  if (type === 'json') return typeof value === 'string' ? parsed(value) : value;
  if (type === 'datetime') return new Date(String(value)).getTime();
  if (type === 'biginteger') return String(value);
  return NUMBERS.has(type) ? Number(value) : value;
};
