import type { Core, UID } from '@strapi/strapi';
import { getService } from './services/get-service';
import type { Changed } from './services/marking';
import { databaseOf } from './store/database';

type Params = {
  where?: unknown;
  _q?: unknown;
  filters?: unknown;
  select?: unknown;
  data?: unknown;
};
type Event = {
  action: string;
  model: { uid: string };
  params: Params;
  state: Record<string, unknown>;
  result?: unknown;
};

const LOCALE = 'plugin::i18n.locale';

const documentIdOf = (value: unknown): string | undefined => {
  const id = (value as { documentId?: unknown } | null | undefined)?.documentId;
  return typeof id === 'string' ? id : undefined;
};

const heldIds = (state: Record<string, unknown>): string[] =>
  Array.isArray(state.documentIds) ? state.documentIds.filter((id) => typeof id === 'string') : [];

/**
 * The net for writes that do not pass the Document Service: `db.query`, the deletion of a locale,
 * media edits, other plugins. Bulk events name no rows, so they are read before the change.
 */
export const subscribeToDatabase = ({ strapi }: { strapi: Core.Strapi }): (() => void) => {
  const marking = () => getService({ strapi, name: 'marking' });

  /** Until the commit whoever reads the locales reads the old ones. */
  const forgetLocales = () =>
    databaseOf(strapi).run(async ({ onCommit }) =>
      onCommit(getService({ strapi, name: 'locales' }).forget),
    );

  const idsWhere = async (uid: string, { where, _q, filters }: Params): Promise<string[]> => {
    const rows: unknown[] = await strapi.db.query(uid as UID.ContentType).findMany({
      ...(where === undefined ? {} : { where }),
      ...(_q === undefined ? {} : { _q }),
      ...(filters === undefined ? {} : { filters }),
      select: ['id', 'documentId'],
    } as Parameters<ReturnType<typeof strapi.db.query>['findMany']>[0]);
    return [...new Set(rows.flatMap((row) => documentIdOf(row) ?? []))];
  };

  const concerned =
    (handle: (event: Event) => Promise<void>) =>
    async (event: Event): Promise<void> => {
      if (event.model.uid === LOCALE) await forgetLocales();
      if (marking().concerns(event.model.uid)) await handle(event);
    };

  const remember = concerned(async ({ model, params, state }) => {
    state.documentIds = await idsWhere(model.uid, params);
  });

  const rememberAndFollow = concerned(async ({ action, model, params, state }) => {
    const { uid } = model;
    // One deleted row comes with its columns afterwards, unless others were asked for.
    const isNamedLater = action === 'beforeDelete' && params.select === undefined;
    if (isNamedLater && !marking().isShown(uid)) return;
    const documentIds = await idsWhere(uid, params);
    state.documentIds = documentIds;
    if (marking().isShown(uid)) {
      state.shownBy = await marking().markDependants({ uid, documentIds });
    }
  });

  /** Whoever shows it now may not do so afterwards. */
  const followLinks = concerned(async ({ model, params, state }) => {
    const { uid } = model;
    if (!marking().saysWhoShowsIt({ uid, data: params.data })) return;
    const documentIds = await idsWhere(uid, params);
    state.shownBy = await marking().markDependants({ uid, documentIds });
  });

  /** Those that showed it before the change. */
  const markShownBefore = async ({ state }: Event) => {
    for (const shownBy of (state.shownBy ?? []) as Changed[]) await marking().mark(shownBy);
  };

  const markHeld = concerned(async (event) => {
    const { model, state, result } = event;
    const named = documentIdOf(result);
    const documentIds = named === undefined ? heldIds(state) : [named];
    await marking().mark({ uid: model.uid, documentIds });
    await markShownBefore(event);
  });

  const markResult = concerned(async (event) => {
    const { action, model, params, result } = event;
    if (result === null || result === undefined) return;
    const documentId = documentIdOf(result);
    const { uid } = model;
    const documentIds = documentId ? [documentId] : await idsWhere(uid, params);
    const isNew = action === 'afterCreate' && !marking().saysWhoShowsIt({ uid, data: params.data });
    await marking().mark({ uid, documentIds, isNew });
    await markShownBefore(event);
  });

  const markCreated = concerned(async ({ model, result }) => {
    const { ids } = (result ?? {}) as { ids?: unknown[] };
    const documentIds = await idsWhere(model.uid, { where: { id: { $in: ids ?? [] } } });
    await marking().mark({ uid: model.uid, documentIds, isNew: true });
  });

  return strapi.db.lifecycles.subscribe({
    afterCreate: markResult,
    afterCreateMany: markCreated,
    beforeUpdate: followLinks,
    afterUpdate: markResult,
    beforeUpdateMany: remember,
    afterUpdateMany: markHeld,
    beforeDelete: rememberAndFollow,
    afterDelete: markHeld,
    beforeDeleteMany: rememberAndFollow,
    afterDeleteMany: markHeld,
  });
};
