import type { Core } from '@strapi/strapi';
import type { Form, FormRow, Forms, ItemForm, ItemForms } from './form';
import { parseRow } from './parse-row';

/** Of every type that has it: noted by the server when an entry is created. */
const READ_ONLY = ['originalLocale'];

const layoutOf = (rows: readonly FormRow[]) => rows.map(parseRow);

const readOnlyMetadata = (attributes: readonly string[]) =>
  Object.fromEntries(attributes.map((name) => [name, { edit: { editable: false }, list: {} }]));

/** What every list and item has in common for the content manager. */
const SETTINGS = { searchable: true, filterable: true, bulkable: true, pageSize: 20 };

const configOfType = ({ form, attributes }: { form: Form; attributes: readonly string[] }) => {
  const [defaultSortBy, defaultSortOrder] = form.sort.split(':');
  const readOnly = [...READ_ONLY, ...(form.readOnly ?? [])];
  return {
    settings: {
      ...SETTINGS,
      defaultSortBy,
      defaultSortOrder,
      ...(form.pageSize === undefined ? {} : { pageSize: form.pageSize }),
    },
    metadatas: readOnlyMetadata(readOnly.filter((name) => attributes.includes(name))),
    layouts: { list: form.list, edit: layoutOf(Object.values(form.sections).flat()) },
  };
};

const configOfItem = ({ title, rows, readOnly = [] }: ItemForm) => ({
  ...(title === undefined ? {} : { settings: { ...SETTINGS, mainField: title } }),
  metadatas: readOnlyMetadata(readOnly),
  layouts: { edit: layoutOf(rows) },
});

/**
 * Hands the content manager the description of each list and form. It takes them as the first
 * configuration of a type; what an administrator sets in "Configure the view" stays. The sections
 * and the uid reach the panel with the type's options. Call it in `register()`.
 */
export const registerForms = ({
  strapi,
  forms,
  items,
}: {
  strapi: Core.Strapi;
  forms: Forms;
  items: ItemForms;
}): void => {
  for (const [uid, type] of Object.entries(strapi.contentTypes)) {
    const form = forms[uid];
    const sections = Object.entries(form?.sections ?? {}).map(([name, rows]) => ({
      name,
      fields: layoutOf(rows).flatMap((cells) => cells.map((cell) => cell.name)),
    }));
    Object.assign(type, {
      pluginOptions: { ...type.pluginOptions, forms: { uid, sections } },
      ...(form ? { config: configOfType({ form, attributes: Object.keys(type.attributes) }) } : {}),
    });
  }
  for (const [uid, item] of Object.entries(items)) {
    const component = Object.values(strapi.components).find((one) => one.uid === uid);
    if (component) Object.assign(component, { config: configOfItem(item) });
  }
};
