import type { Dependencies } from './middleware/context';
import { refusalOf } from './middleware/refuse';
import { settleRemovedRows } from './middleware/settle-removed-rows';
import { countTranslatedOriginals } from './store/count-translated-originals';
import { lock } from './store/lock';
import type { Session } from './store/session';
import { takeTurn } from './store/take-turn';

type Locale = { id: number; code: string };

type LocalesService = {
  findById: (id: unknown) => Promise<Locale | null>;
  delete: (params: { id: unknown }) => Promise<unknown>;
};

type BulkEvent = {
  model: { uid: string };
  params: { where?: object };
  state: { documentIds?: string[] };
};

const refuseOriginals = async (
  { catalogue, settings }: Dependencies,
  session: Session,
  locale: string,
): Promise<void> => {
  const counts: string[] = [];
  for (const { uid } of catalogue.translated.values()) {
    const count = await countTranslatedOriginals({
      session,
      uid,
      locale,
      attribute: settings.originalLocale,
    });
    if (count > 0) counts.push(`${uid} ${count}`);
  }
  if (counts.length === 0) return;
  throw refusalOf('locale-of-originals', { locale, counts: counts.join(', ') });
};

/**
 * Sees to rows that are deleted many at a time below the Document Service, as the i18n plugin
 * does with all rows of a locale: in one transaction, links and originals as they must be after
 * it, and not at all where it would take originals from their translations.
 */
export const watchDeletions = (dependencies: Dependencies): void => {
  const { strapi, catalogue } = dependencies;
  const families = new Set(
    [...catalogue.translated.values()].flatMap(({ family }) => family ?? []),
  );
  strapi.get('services').extend('plugin::i18n.locales', (service: LocalesService) => ({
    ...service,
    delete: ({ id }: { id: unknown }) =>
      takeTurn({
        strapi,
        work: async (session) => {
          for (const family of [...families].sort()) await lock(session, family);
          const locale = await service.findById(id);
          if (locale) await refuseOriginals(dependencies, session, locale.code);
          return service.delete({ id });
        },
      }),
  }));
  strapi.db.lifecycles.subscribe({
    models: [...catalogue.translated.keys()],
    beforeDeleteMany: async (event: BulkEvent) => {
      const rows: { documentId: string }[] = await strapi.db
        .query(event.model.uid)
        .findMany({ select: ['documentId'], where: event.params.where ?? {} });
      event.state.documentIds = [...new Set(rows.map(({ documentId }) => documentId))];
    },
    afterDeleteMany: async ({ model, state }: BulkEvent) => {
      const type = catalogue.translated.get(model.uid);
      const { documentIds = [] } = state;
      if (!type) return;
      await takeTurn({
        strapi,
        work: (session) => settleRemovedRows({ dependencies, session, type, documentIds }),
      });
    },
  });
};
