import type { Core } from '@strapi/strapi';
import type { AccessConfig } from '../../config';
import { closeOpenRoutes } from './close-open-routes';
import { createDocumentWriteGuard } from './document-write-guard';
import { guardContentManager } from './guard-content-manager';
import { guardMedia } from './guard-media';

/** Holds what admin users write to the locales and fields of their permissions. */
export const guardAdminWrites = ({
  strapi,
  config,
}: {
  strapi: Core.Strapi;
  config: AccessConfig;
}): void => {
  guardContentManager({ strapi, config });
  guardMedia(strapi);
  closeOpenRoutes(strapi);
  strapi.documents.use(createDocumentWriteGuard({ strapi, config }));
};
