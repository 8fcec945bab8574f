import type { Filter, Model } from './model';

const TEXT = new Set(['string', 'text', 'richtext', 'uid', 'email', 'enumeration']);

/**
 * Strapi's `_q` searches private fields too, so that the number of hits tells what they hold.
 * @returns the same search over the open fields only, or undefined where the type has no private
 *   text and Strapi's own search may stay
 */
export const searchOpenFields = ({
  text,
  model,
}: {
  text: unknown;
  model: Model;
}): Filter | undefined => {
  if (typeof text !== 'string' || text === '') return undefined;
  const searched = Object.entries(model.attributes).filter(
    ([, attribute]) => TEXT.has(attribute.type) && attribute.searchable !== false,
  );
  const open = searched.filter(([, attribute]) => attribute.private !== true);
  if (open.length === searched.length) return undefined;
  return { $or: open.map(([key]) => ({ [key]: { $containsi: text } })) };
};
