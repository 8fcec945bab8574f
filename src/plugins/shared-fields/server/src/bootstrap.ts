import type { Core } from '@strapi/strapi';
import { dependenciesOf } from './dependencies';
import { adoptLinks } from './services/links';
import { watchDeletions } from './watch-deletions';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const dependencies = dependenciesOf(strapi);
  watchDeletions(dependencies);
  const adopted = await adoptLinks(dependencies);
  if (adopted > 0) strapi.log.info(`shared-fields: took in the links of ${adopted} documents`);
};
