import type { Core } from '@strapi/strapi';
import { SYNONYM } from './constants';
import { getService } from './services/get-service';

const CHECKED = new Set(['create', 'update', 'clone']);

type Parameters = { documentId?: unknown; data?: Record<string, unknown> } | undefined;

/** Refuses synonyms that would do nothing. Call it in `register()`. */
export const checkSynonyms = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.documents.use(async (context, next) => {
    if (context.uid === SYNONYM && CHECKED.has(context.action)) {
      const { documentId, data = {} } = (context.params ?? {}) as NonNullable<Parameters>;
      await getService({ strapi, name: 'synonyms' }).check({
        documentId: typeof documentId === 'string' ? documentId : undefined,
        data,
      });
    }
    return next();
  });
};

/** Pushes synonyms to the engine after every write, whichever way it came in. */
export const pushSynonyms = ({ strapi }: { strapi: Core.Strapi }): (() => void) => {
  const push = () => getService({ strapi, name: 'synonyms' }).push();
  return strapi.db.lifecycles.subscribe({
    models: [SYNONYM],
    afterCreate: push,
    afterCreateMany: push,
    afterUpdate: push,
    afterUpdateMany: push,
    afterDelete: push,
    afterDeleteMany: push,
  });
};
