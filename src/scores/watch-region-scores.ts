import type { Core } from '@strapi/strapi';
import { SHOWN_INDEX, TERRITORY } from './shown-index';

/** A new edition changes what search shows of the regions: all that have a code are indexed anew. */
export const watchRegionScores = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.eventHub.on('regional-dynamics.edition.publish', async ({ index }: { index: string }) => {
    if (index !== SHOWN_INDEX) return;
    const rows: { documentId: string }[] = await strapi.db.query(TERRITORY).findMany({
      where: { nutsCode: { $notNull: true } },
      select: ['documentId'],
    });
    const documentIds = rows.map(({ documentId }) => documentId);
    await strapi.plugin('search').service('marking').mark({ uid: TERRITORY, documentIds });
  });
};
