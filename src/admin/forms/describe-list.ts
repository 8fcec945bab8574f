import { formOf } from './edit-layout';

/** A column as the content manager hands it to the hook, as far as it matters here. */
type Column = { attribute: { type: string } };
type Message = { id: string; defaultMessage: string };
type Filter = { name: string; label: string | Message; type: string; input?: unknown };

/** Filters that Strapi offers beside those of a type's attributes. */
const SYSTEM_FILTERS = ['__status', 'createdAt', 'updatedAt', 'createdBy', 'updatedBy'];

/**
 * The columns, with our own cells where Strapi's show a raw value.
 * @param cells by the type of the attribute
 */
export const describeColumns = <C extends Column, F>({
  columns,
  cells,
}: {
  columns: readonly C[];
  cells: Readonly<Record<string, F>>;
}): (C & { cellFormatter?: F })[] =>
  columns.map((column) => {
    const cellFormatter = cells[column.attribute.type];
    return cellFormatter === undefined ? column : { ...column, cellFormatter };
  });

/**
 * The filters that an editor can make use of, named in the panel's language: Strapi names them by
 * their attribute, and offers those of fields that no form shows.
 * @param choice an input that shows a choice by its label
 */
export const describeFilters = <F extends Filter>({
  filters,
  layout,
  choice,
}: {
  filters: readonly F[];
  layout: { options?: object };
  choice: unknown;
}): F[] => {
  const form = formOf(layout);
  if (!form) return [...filters];
  const { uid, sections } = form;
  const shown = new Set([...SYSTEM_FILTERS, ...sections.flatMap(({ fields }) => fields)]);
  return filters
    .filter(({ name }) => sections.length === 0 || shown.has(name))
    .map((filter) => ({
      ...filter,
      label:
        typeof filter.label === 'string' && !filter.name.startsWith('__')
          ? {
              id: `content-manager.content-types.${uid}.${filter.name}`,
              defaultMessage: filter.label,
            }
          : filter.label,
      // Strapi shows the value chosen by its label only where the filter brings its own input.
      ...(filter.type === 'enumeration' ? { input: filter.input ?? choice } : {}),
    }));
};
