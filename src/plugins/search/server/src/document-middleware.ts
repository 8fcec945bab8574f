import type { Core } from '@strapi/strapi';
import { getService } from './services/get-service';

const WRITES = new Set([
  'create',
  'update',
  'delete',
  'publish',
  'unpublish',
  'discardDraft',
  'clone',
]);
/** These delete rows, and with them the links that tell who shows the entry. */
const TAKES_LINKS_AWAY = new Set(['delete', 'publish', 'unpublish', 'discardDraft']);

/** Nobody can link what these make yet. */
const MAKES_ROWS = new Set(['create', 'clone']);

type Parameters = { documentId?: unknown; locale?: unknown } | undefined;

const textsOf = (values: readonly unknown[]): string[] =>
  values.filter((value): value is string => typeof value === 'string');

/** Writes the mark of every Document Service call in the transaction of the call itself. */
export const registerDocumentMiddleware = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.documents.use((context, next) => {
    const { uid, action } = context;
    const marking = getService({ strapi, name: 'marking' });
    if (!WRITES.has(action) || !marking.concerns(uid)) return next();
    const { documentId, locale } = (context.params ?? {}) as NonNullable<Parameters>;
    return marking.around({
      uid,
      // A clone changes nothing of its source.
      documentIds: MAKES_ROWS.has(action) ? [] : textsOf([documentId]),
      locale: typeof locale === 'string' && locale !== '*' ? locale : null,
      isNew: MAKES_ROWS.has(action),
      takesLinksAway: TAKES_LINKS_AWAY.has(action),
      work: () => Promise.resolve(next()),
      idsOf: (result) => textsOf([(result as { documentId?: unknown } | null)?.documentId]),
    });
  });
};
