import { takeTurn } from '../store/take-turn';
import type { Dependencies, DocumentContext, Next } from './context';
import { handlePlain } from './handle-plain';
import { handleTranslated } from './handle-translated';

const WRITES = new Set([
  'create',
  'update',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
]);
const PLAIN_WRITES = new Set(['create', 'update', 'clone']);

/** The document middleware: each write in one transaction with all that follows from it. */
export const createSharedFieldsMiddleware =
  (dependencies: Dependencies) =>
  async (context: DocumentContext, next: Next): Promise<unknown> => {
    const { strapi, catalogue } = dependencies;
    const translated = catalogue.translated.get(context.uid);
    if (translated && WRITES.has(context.action)) {
      return takeTurn({
        strapi,
        work: (session) =>
          handleTranslated({ dependencies, session, type: translated, context, next }),
      });
    }
    const plain = catalogue.plain.get(context.uid);
    if (plain && PLAIN_WRITES.has(context.action)) {
      return takeTurn({
        strapi,
        work: (session) => handlePlain({ dependencies, session, type: plain, context, next }),
      });
    }
    return next();
  };
