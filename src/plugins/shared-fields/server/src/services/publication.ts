import type { Core } from '@strapi/strapi';
import type { Fault } from '../core/code-items';
import { findMissingCodes } from '../core/find-missing-codes';
import type { Dependencies } from '../middleware/context';
import { originalOf } from '../middleware/locales';
import { loadCodedLists } from '../store/load-coded-lists';
import { loadRows } from '../store/load-rows';
import { takeTurn } from '../store/take-turn';

/** The service `publication`, for whoever shows what a publication still misses. */
export const createPublicationService =
  ({ dependencies }: { dependencies: (strapi: Core.Strapi) => Dependencies }) =>
  ({ strapi }: { strapi: Core.Strapi }) => ({
    /**
     * The codes for which the publication of this locale's draft would be refused. Reads only.
     * @returns no faults for an original, and for types and documents that are not known
     */
    missingCodes: ({
      uid,
      documentId,
      locale,
    }: {
      uid: string;
      documentId: string;
      locale: string;
    }): Promise<Fault[]> =>
      takeTurn({
        strapi,
        work: async (session) => {
          const { catalogue, settings } = dependencies(strapi);
          const type = catalogue.translated.get(uid);
          if (!type || type.codedLists.length === 0) return [];
          const { originalLocale, code } = settings;
          const rows = await loadRows({ session, type, documentIds: [documentId], originalLocale });
          const original = await originalOf(session, rows);
          const draft = rows.find((row) => row.locale === locale && row.status === 'draft');
          if (original === undefined || locale === original || !draft) return [];
          const ofOriginal = rows.filter((row) => row.locale === original);
          const seen = ofOriginal.find(({ status }) => status === 'published') ?? ofOriginal[0];
          const names = type.codedLists.map(({ name }) => name);
          const load = (rowId: number | undefined) =>
            loadCodedLists({ session, uid, rowId, names, code });
          const originals = await load(seen?.id);
          const own = await load(draft.id);
          // A publication takes shared lists from the original.
          const published = Object.fromEntries(
            type.codedLists.map(({ name, localized }) => [
              name,
              (localized ? own : originals)[name] ?? [],
            ]),
          );
          return findMissingCodes({ lists: type.codedLists, locale, published, originals, code });
        },
      }),
  });
