import type { Core } from '@strapi/strapi';
import type { SearchType } from '../../../shared/contracts';
import type { EntryState } from '../../../shared/desk';
import { buildDocuments, type LocaleDocuments } from '../core/build-documents';
import type { Known } from '../core/find-differences';
import { judgeEntry } from '../core/judge-entry';
import { searchId } from '../core/search-id';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import { databaseOf } from '../store/database';
import { findMark } from '../store/find-mark';
import { readRows } from '../store/read-rows';
import { getService } from './get-service';

/** When the versions of an entry were published. */
export type Version = { locale: string | null; publishedAt: unknown; updatedAt: unknown };

const timeOf = (value: unknown): number => {
  if (!(value instanceof Date || typeof value === 'string' || typeof value === 'number')) return 0;
  const time = new Date(value).getTime();
  return Number.isFinite(time) ? time : 0;
};

/** How one entry stands in search, for the panel: what should be there against what is. */
export const entryState = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = databaseOf(strapi);

  const knownIn = async ({
    targets,
    id,
  }: {
    targets: readonly string[];
    id: string;
  }): Promise<Map<string, Known> | null> => {
    const { reader } = getService({ strapi, name: 'engine' });
    const { indexOf } = getService({ strapi, name: 'indexes' });
    try {
      return new Map(
        await Promise.all(
          targets.map(async (target): Promise<[string, Known]> => {
            const found = await reader
              .known({ index: indexOf(target), ids: [id] })
              .catch((error: unknown): Known => {
                if (error instanceof EngineRefused && error.code === 'index_not_found') {
                  return new Map();
                }
                throw error;
              });
            return [target, found];
          }),
        ),
      );
    } catch (error) {
      if (!(error instanceof EngineUnavailable || error instanceof EngineRefused)) throw error;
      strapi.log.debug(`search: the engine could not be asked for ${id}: ${error.message}`);
      return null;
    }
  };

  return {
    /** @param versions all published ones */
    get: async ({
      type,
      documentId,
      versions,
    }: {
      type: SearchType;
      documentId: string;
      versions: readonly Version[];
    }): Promise<EntryState> => {
      const id = searchId({ type: type.type, documentId });
      const { locales, defaultLocale } = await getService({ strapi, name: 'locales' }).recent();
      const targets = getService({ strapi, name: 'indexes' }).targetsOf(locales);
      // The mark first: what is delivered meanwhile is shown as waiting, never as lost.
      const mark = await findMark({ db, uid: type.uid, documentId });
      const known = await knownIn({ targets, id });
      const rows = (await readRows({ strapi, type, documentIds: [documentId] })).get(documentId);
      const documents = (): LocaleDocuments => {
        try {
          return buildDocuments({ type, documentId, rows: rows ?? [], locales, defaultLocale });
        } catch (error) {
          // What can't be projected is a dead letter, which has the reason.
          if (mark === null) throw error;
          return new Map();
        }
      };
      return judgeEntry({
        id,
        known,
        mark,
        documents: documents(),
        published: new Map(
          versions.map(({ locale, publishedAt, updatedAt }) => [
            locale ?? '',
            Math.max(timeOf(publishedAt), timeOf(updatedAt)),
          ]),
        ),
      });
    },
  };
};
