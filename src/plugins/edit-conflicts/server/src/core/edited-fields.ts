type Attribute = {
  type: string;
  pluginOptions?: { i18n?: { localized?: boolean }; 'content-manager'?: { visible?: boolean } };
};

const KEPT_BY_STRAPI = new Set([
  'id',
  'documentId',
  'locale',
  'createdAt',
  'updatedAt',
  'publishedAt',
]);

/**
 * The attributes whose text the form of one version edits. Links are not among them: a form sends
 * what it adds to a list of links and what it takes out, and undoes nobody's else.
 * @param isTranslation whether another locale holds what all locales share
 */
export const editedFields = ({
  attributes,
  isTranslation,
}: {
  attributes: Record<string, Attribute>;
  isTranslation: boolean;
}): string[] =>
  Object.entries(attributes)
    .filter(([name, { type, pluginOptions }]) => {
      if (type === 'relation' || KEPT_BY_STRAPI.has(name)) return false;
      if (pluginOptions?.['content-manager']?.visible === false) return false;
      return !isTranslation || pluginOptions?.i18n?.localized === true;
    })
    .map(([name]) => name);
