import type { Attribute, Schema } from './schema';

const inputComponent = (
  value: Record<string, unknown>,
  component: string,
  components: Record<string, Schema>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(components[component]?.attributes ?? {}).map(([name, attribute]) => [
      name,
      toInput({ value: value[name], attribute, components }),
    ]),
  );

/** A value of `toPlainValue` as the Document Service takes it in `data`. */
export const toInput = ({
  value,
  attribute,
  components,
}: {
  value: unknown;
  attribute: Attribute;
  components: Record<string, Schema>;
}): unknown => {
  const { type, component = '', multiple, repeatable } = attribute;
  const list = Array.isArray(value) ? value : [];
  if (type === 'media') return multiple ? list : (list[0] ?? null);
  if (type === 'relation') return { set: list.map((id) => ({ id })) };
  if (type !== 'component') return value;
  const items = list.map((item) => inputComponent(item, component, components));
  return repeatable ? items : (items[0] ?? null);
};
