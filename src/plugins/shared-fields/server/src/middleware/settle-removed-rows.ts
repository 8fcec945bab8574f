import { groupBy } from 'lodash';
import type { TranslatedType } from '../core/build-catalogue';
import { dropLinkLists, dropLinkTargets, findLinkSources } from '../store/link-lists';
import { loadRows } from '../store/load-rows';
import type { Session } from '../store/session';
import type { Dependencies } from './context';
import { deriveLinks } from './derive-links';
import { originalOf } from './locales';
import { settleShared } from './settle';

const CHUNK = 500;

/**
 * After rows of many documents were deleted below the Document Service (a whole locale, say):
 * lists of what is gone go, links are derived again, and a document that lost its original is
 * given another, or nobody could edit what it shares.
 */
export const settleRemovedRows = async ({
  dependencies,
  session,
  type,
  documentIds,
}: {
  dependencies: Dependencies;
  session: Session;
  type: TranslatedType;
  documentIds: string[];
}): Promise<void> => {
  const { uid } = type;
  const { originalLocale } = dependencies.settings;
  for (let start = 0; start < documentIds.length; start += CHUNK) {
    const chunk = documentIds.slice(start, start + CHUNK);
    const rows = groupBy(
      await loadRows({ session, type, documentIds: chunk, originalLocale }),
      'documentId',
    );
    const sources = await findLinkSources({ session, uid, documentIds: chunk });
    const gone = chunk.filter((documentId) => !rows[documentId]);
    const unpublished = chunk.filter((documentId) =>
      rows[documentId]?.every(({ status }) => status === 'draft'),
    );
    await dropLinkLists({ session, uid, documentIds: gone });
    await dropLinkLists({ session, uid, documentIds: unpublished, status: 'published' });
    await dropLinkTargets({ session, uid, documentIds: gone });
    for (const [documentId, own] of Object.entries(rows)) {
      const original = await originalOf(session, own);
      if (original === undefined || own.every((row) => row.originalLocale === original)) continue;
      await settleShared({ scope: { dependencies, session, type }, documentId, original });
    }
    await deriveLinks({
      dependencies,
      session,
      documents: [...Object.keys(rows).map((documentId) => ({ uid, documentId })), ...sources],
    });
  }
};
