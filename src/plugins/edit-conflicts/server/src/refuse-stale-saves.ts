import type { Core, Modules, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { type ConflictDetails, OPENED_HEADER } from '../../shared/contracts';
import type { EditConflictsConfig } from './config';
import { ConflictError } from './conflict-error';
import { editedFields } from './core/edited-fields';
import { parseOpened } from './core/parse-opened';

type Middleware = Modules.Documents.Middleware.Middleware;
type Context = Parameters<Middleware>[0];
type Request = NonNullable<ReturnType<Core.Strapi['requestContext']['get']>>;
type StoredVersion = Record<string, unknown> & { updatedAt: string | Date };

const CHECKED_ACTIONS = new Set(['update', 'publish', 'discardDraft']);

const localeOf = async (strapi: Core.Strapi, context: Context): Promise<string | undefined> => {
  if (context.contentType.pluginOptions?.i18n === undefined) return undefined;
  const locale = 'locale' in context.params ? context.params.locale : undefined;
  if (typeof locale === 'string') return locale;
  return strapi.plugin('i18n').service('locales').getDefaultLocale();
};

/** Reads the version that the form edits and holds its row until the transaction ends. */
const lockVersion = async ({
  strapi,
  context,
  documentId,
  columns,
}: {
  strapi: Core.Strapi;
  context: Context;
  documentId: string;
  columns: string[];
}): Promise<StoredVersion | undefined> => {
  const locale = await localeOf(strapi, context);
  const row: StoredVersion | null = await strapi.db
    .queryBuilder(context.uid as UID.ContentType)
    .select(['id', 'updatedAt', ...columns])
    .where({
      documentId,
      ...(locale === undefined ? {} : { locale }),
      ...(contentTypes.hasDraftAndPublish(context.contentType) ? { publishedAt: null } : {}),
    })
    .first()
    .forUpdate()
    .execute();
  return row ?? undefined;
};

/** The request of the panel's form that this very write answers, and what it says to have opened. */
const formRequest = (strapi: Core.Strapi, context: Context) => {
  if (!CHECKED_ACTIONS.has(context.action)) return undefined;
  const request = strapi.requestContext.get();
  if (request?.state.route?.info?.type !== 'admin') return undefined;
  const header = request.get(OPENED_HEADER);
  const documentId = 'documentId' in context.params ? context.params.documentId : undefined;
  if (header === '' || typeof documentId !== 'string') return undefined;
  // A save may write further entries, which nobody has opened.
  const { model, id } = request.params;
  if (model !== context.uid || (id !== undefined && id !== documentId)) return undefined;
  return { request, documentId, opened: parseOpened(header) };
};

/**
 * Registers the document middleware that refuses a save of the panel with 409 when the version it
 * was made from is no longer the stored one. The row is locked first, so that of two simultaneous
 * saves the second sees what the first has written. Call it in `register()`.
 */
export const refuseStaleSaves = ({
  strapi,
  config,
}: {
  strapi: Core.Strapi;
  config: EditConflictsConfig;
}): void => {
  // One request may save and publish: what it has written itself is no conflict.
  const judged = new WeakSet<Request['req']>();

  strapi.documents.use(async (context, next) => {
    const form = formRequest(strapi, context);
    if (!form || judged.has(form.request.req)) return next();
    const { attributes } = context.contentType;
    const marker = config.originalLocale;
    const columns = marker !== undefined && marker in attributes ? [marker] : [];
    return strapi.db.transaction(async () => {
      const { documentId, opened, request } = form;
      const stored = await lockVersion({ strapi, context, documentId, columns });
      judged.add(request.req);
      const storedAt = stored ? new Date(stored.updatedAt) : null;
      if ((storedAt?.getTime() ?? null) !== opened) {
        const [original] = columns.map((name) => stored?.[name]);
        const locale = 'locale' in context.params ? context.params.locale : undefined;
        const details: ConflictDetails = {
          updatedAt: storedAt?.toISOString() ?? null,
          fields: editedFields({
            attributes,
            isTranslation: typeof original === 'string' && original !== locale,
          }),
        };
        throw new ConflictError(details);
      }
      return next();
    });
  });
};
