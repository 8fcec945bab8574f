import type { Core } from '@strapi/strapi';
import { chooseSlug } from '../../rules/choose-slug';
import type { SlugOf } from './write-batch';

/**
 * Makes slugs as the rules do on a save: Strapi's own transliteration, then the first free one.
 * It asks only the document itself who has a slug already: titles must differ between documents.
 */
export const createSlugOf = ({ strapi, type }: { strapi: Core.Strapi; type: string }): SlugOf => {
  const { generateUIDField } = strapi.plugin('content-manager').service('uid');
  return async ({ values, locale, taken }) => {
    const base: string = await generateUIDField.call(
      { findUniqueUID: async ({ value }: { value: string }) => value },
      { contentTypeUID: type, field: 'slug', data: values, locale },
    );
    return chooseSlug({
      base,
      locale,
      taken: taken.filter(({ slug }) => slug.startsWith(base)),
    });
  };
};
