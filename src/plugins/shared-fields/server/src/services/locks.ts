import type { Core } from '@strapi/strapi';
import type { Dependencies } from '../middleware/context';
import { lock } from '../store/lock';
import { lockName } from '../store/lock-name';

/** The service `locks`, for those who read a document and then write by what they read. */
export const createLocksService =
  ({ dependencies }: { dependencies: (strapi: Core.Strapi) => Dependencies }) =>
  ({ strapi }: { strapi: Core.Strapi }) => ({
    /**
     * Waits until no other transaction writes the document, and keeps it from others until the
     * transaction under way ends.
     */
    hold: async ({ uid, documentId }: { uid: string; documentId: string }): Promise<void> =>
      strapi.db.transaction(async ({ trx }) => {
        const type = dependencies(strapi).catalogue.translated.get(uid);
        if (type) await lock({ strapi, trx }, lockName({ type, documentId }));
      }),
  });
