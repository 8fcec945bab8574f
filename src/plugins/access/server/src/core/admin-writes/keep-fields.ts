import { pickBy } from 'lodash';

/** Written by Strapi itself, or by who calls it; in no permission's list of fields. */
const SYSTEM = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

/**
 * Leaves out the attributes that may not be written. They are dropped without a word: an edit form
 * sends all it shows.
 * @param attributes the names of the type's attributes; other keys stay, for Strapi to judge
 * @param fields names of attributes, or paths into components
 */
export const keepFields = ({
  data,
  attributes,
  fields,
}: {
  data: Record<string, unknown>;
  attributes: string[];
  fields: string[] | 'all';
}): Record<string, unknown> => {
  if (fields === 'all') return data;
  const allowed = new Set(fields.map((field) => field.split('.')[0]));
  return pickBy(
    data,
    (_value, name) => allowed.has(name) || SYSTEM.has(name) || !attributes.includes(name),
  );
};
