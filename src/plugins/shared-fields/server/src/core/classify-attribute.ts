import type { Attribute } from './schema';

/**
 * - `text`: each locale has its own.
 * - `shared`: the original's value holds in every locale (scalar, component, media).
 * - `reference`: a relation to a type that has no locales; the original's holds in every locale.
 * - `link`: a relation to a translated type; derived for every row from the original's list.
 * - `foreign`: owned by another side, polymorphic or without a join table: left to Strapi.
 * - `technical`: Strapi's own.
 */
export type AttributeRole = 'text' | 'shared' | 'reference' | 'link' | 'foreign' | 'technical';

const TECHNICAL = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
]);

const classifyRelation = (
  attribute: Attribute,
  isLinkTarget: (uid: string) => boolean,
  isLocalized: (uid: string) => boolean,
): AttributeRole => {
  const { relation = '', target } = attribute;
  if (!target || relation.startsWith('morph')) return 'foreign';
  if (attribute.mappedBy || attribute.useJoinTable === false) return 'foreign';
  // Five rows cannot each own the one place that the other side has for them.
  if (attribute.inversedBy && relation.startsWith('one')) return 'foreign';
  if (isLinkTarget(target)) return attribute.inversedBy ? 'foreign' : 'link';
  return isLocalized(target) ? 'foreign' : 'reference';
};

/**
 * How an attribute of a translated type is kept over its locales.
 * @param isLinkTarget whether links to that type are derived by this plugin
 * @param isLocalized whether that type has locales at all
 */
export const classifyAttribute = ({
  name,
  attribute,
  isLinkTarget,
  isLocalized,
}: {
  name: string;
  attribute: Attribute;
  isLinkTarget: (uid: string) => boolean;
  isLocalized: (uid: string) => boolean;
}): AttributeRole => {
  if (TECHNICAL.has(name) || attribute.visible === false) return 'technical';
  if (attribute.type === 'relation') return classifyRelation(attribute, isLinkTarget, isLocalized);
  // Strapi keeps a uid per locale whatever its options say.
  if (attribute.type === 'uid') return 'text';
  return attribute.pluginOptions?.i18n?.localized === true ? 'text' : 'shared';
};
