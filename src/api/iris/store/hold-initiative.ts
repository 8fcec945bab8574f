import type { Core } from '@strapi/strapi';

/**
 * Waits until nobody else writes the initiative, and keeps it from others until the transaction
 * under way ends. To be called in a transaction, before anything is read for a decision.
 */
export const holdInitiative = ({
  strapi,
  documentId,
}: {
  strapi: Core.Strapi;
  documentId: string;
}): Promise<void> =>
  strapi.plugin('shared-fields').service('locks').hold({ uid: 'api::iris.initiative', documentId });
