import type { Core } from '@strapi/strapi';
import type { FindModel, SeedModel } from './types';

/** Looks content types and components up in a running Strapi, each converted once. */
export const createFindModel = ({ strapi }: { strapi: Core.Strapi }): FindModel => {
  const models = new Map<string, SeedModel>();
  const schemas: Record<string, unknown> = { ...strapi.contentTypes, ...strapi.components };
  return (uid) => {
    const known = models.get(uid);
    if (known) return known;
    const schema = schemas[uid] as
      | {
          options?: { draftAndPublish?: boolean };
          pluginOptions?: { i18n?: { localized?: boolean } };
          attributes: SeedModel['attributes'];
        }
      | undefined;
    if (!schema) return undefined;
    const model: SeedModel = {
      uid,
      localized: schema.pluginOptions?.i18n?.localized === true,
      draftAndPublish: schema.options?.draftAndPublish === true,
      attributes: schema.attributes,
    };
    models.set(uid, model);
    return model;
  };
};
