import type { Core } from '@strapi/strapi';
import { groupBy } from 'lodash';
import type { Dependencies } from '../middleware/context';
import { deriveLinks } from '../middleware/derive-links';
import { findUnlistedLinks } from '../store/find-unlisted-links';
import { type DocumentRef, findLinkSources } from '../store/link-lists';
import { LINK_TABLE } from '../store/link-model';
import { columnName } from '../store/metadata';
import { insertRows } from '../store/session';
import { takeTurn } from '../store/take-turn';

/**
 * Takes links that were written below the Document Service into the originals' lists, and
 * derives them for every row. Changes nothing where all are listed.
 * @returns how many documents were taken in
 */
export const adoptLinks = (dependencies: Dependencies): Promise<number> =>
  takeTurn({
    strapi: dependencies.strapi,
    work: async (session) => {
      const { catalogue, settings } = dependencies;
      const documents = new Map<string, DocumentRef>();
      for (const { uid, links } of catalogue.translated.values()) {
        for (const { name, target } of links) {
          const unlisted = await findUnlistedLinks({
            session,
            uid,
            attribute: name,
            targetUid: target,
            originalLocaleColumn: columnName(session.strapi, uid, settings.originalLocale),
          });
          await insertRows(session, LINK_TABLE, unlisted);
          for (const documentId of Object.keys(groupBy(unlisted, 'source_document_id'))) {
            documents.set(`${uid} ${documentId}`, { uid, documentId });
          }
        }
      }
      await deriveLinks({ dependencies, session, documents: [...documents.values()] });
      return documents.size;
    },
  });

/** The service `links`, for other plugins and for whoever writes below the Document Service. */
export const createLinksService =
  ({ dependencies }: { dependencies: (strapi: Core.Strapi) => Dependencies }) =>
  ({ strapi }: { strapi: Core.Strapi }) => ({
    /** The documents that link to this one, draft or published, in any locale. */
    sourcesOf: (document: DocumentRef): Promise<DocumentRef[]> =>
      takeTurn({
        strapi,
        work: (session) =>
          findLinkSources({ session, uid: document.uid, documentIds: [document.documentId] }),
      }),
    adopt: (): Promise<number> => adoptLinks(dependencies(strapi)),
  });
