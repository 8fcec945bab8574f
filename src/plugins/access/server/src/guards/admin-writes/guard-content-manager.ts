import type { Core, UID } from '@strapi/strapi';
import type { AccessConfig } from '../../config';
import { addMiddleware, adminRoutes } from './admin-routes';
import { isGuarded } from './document-write-guard';
import { judgeCall } from './judge-call';
import { currentWriter } from './writer';

type Context = Parameters<Core.MiddlewareHandler>[0];

const CONTROLLER = 'collection-types.';

/** What the content manager's actions do in the Document Service. */
const ACTIONS: Record<string, string[]> = {
  create: ['create'],
  update: ['update'],
  clone: ['clone'],
  autoClone: ['clone'],
  publish: ['publish'],
  unpublish: ['unpublish'],
  discard: ['discardDraft'],
  delete: ['delete'],
  bulkPublish: ['publish'],
  bulkUnpublish: ['unpublish'],
  bulkDelete: ['delete'],
};

type Body = { locale?: unknown; documentIds?: unknown };

const documentIdsOf = (ctx: Context, body: Body): (string | undefined)[] => {
  if (Array.isArray(body.documentIds)) return body.documentIds.map(String);
  const { id, sourceId } = ctx.params as { id?: string; sourceId?: string };
  return [id ?? sourceId];
};

const createMiddleware =
  ({
    strapi,
    config,
    actions,
  }: {
    strapi: Core.Strapi;
    config: AccessConfig;
    actions: string[];
  }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const uid = ctx.params.model as UID.ContentType;
    const writer = isGuarded(uid, config) ? await currentWriter(strapi) : undefined;
    if (!writer || !(uid in strapi.contentTypes)) return next();
    const body = (ctx.request.body ?? {}) as Body;
    // Deleting one entry is the one action without a body.
    const { locale } = ctx.method === 'DELETE' ? ctx.query : body;
    for (const documentId of documentIdsOf(ctx, body)) {
      // Publishing what has no id yet creates it first.
      const asked = documentId === undefined ? ['create', ...actions] : actions;
      for (const action of new Set(asked)) {
        await judgeCall({ strapi, writer, uid, documentId, call: { action, locale } });
      }
    }
    return next();
  };

/**
 * Stands before the content manager's writes. Strapi enforces locales on what exists and not on
 * what is created, and says nothing but "Forbidden"; here both are refused with a sentence.
 */
export const guardContentManager = ({
  strapi,
  config,
}: {
  strapi: Core.Strapi;
  config: AccessConfig;
}): void => {
  for (const route of adminRoutes(strapi, 'content-manager')) {
    const { handler } = route;
    if (typeof handler !== 'string' || !handler.startsWith(CONTROLLER)) continue;
    const actions = ACTIONS[handler.slice(CONTROLLER.length)];
    if (!actions) continue;
    addMiddleware(route, createMiddleware({ strapi, config, actions }));
  }
};
