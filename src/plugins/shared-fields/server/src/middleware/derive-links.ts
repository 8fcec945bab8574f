import { groupBy } from 'lodash';
import type { LinkAttribute, TranslatedType } from '../core/build-catalogue';
import { diffLinks } from '../core/diff-links';
import { type LinkRow, planLinks } from '../core/plan-links';
import { type DocumentRef, loadLinkLists } from '../store/link-lists';
import { loadRows } from '../store/load-rows';
import { joinTable } from '../store/metadata';
import { insertRows, type Session, table } from '../store/session';
import type { Dependencies } from './context';
import { originalOf } from './locales';

const CHUNK = 500;

const deriveAttribute = async ({
  dependencies: { catalogue, settings },
  session,
  type,
  link,
  documentIds,
}: {
  dependencies: Dependencies;
  session: Session;
  type: TranslatedType;
  link: LinkAttribute;
  documentIds: string[];
}): Promise<number[]> => {
  const target = catalogue.translated.get(link.target);
  if (!target) return [];
  const { originalLocale } = settings;
  const lists = await loadLinkLists({
    session,
    uid: type.uid,
    attribute: link.name,
    documentIds,
  });
  const sourceRows = await loadRows({ session, type, documentIds, originalLocale });
  if (sourceRows.length === 0) return [];
  const targetIds = [
    ...new Set([...lists.values()].flatMap(({ draft, published }) => [...draft, ...published])),
  ];
  const targetRows = await loadRows({
    session,
    type: target,
    documentIds: targetIds,
    originalLocale,
  });
  const originals = new Map<string, string | undefined>();
  for (const [documentId, rows] of Object.entries(groupBy(targetRows, 'documentId'))) {
    originals.set(documentId, await originalOf(session, rows));
  }
  const join = joinTable(session.strapi, type.uid, link.name);
  const found: Record<string, number>[] = await table(session, join.name).whereIn(
    join.source,
    sourceRows.map(({ id }) => id),
  );
  const { clear, insert } = diffLinks({
    found: found.map(
      (row): LinkRow => ({
        source: Number(row[join.source]),
        target: Number(row[join.target]),
        order: Number(join.order ? (row[join.order] ?? 0) : 0),
      }),
    ),
    wanted: planLinks({
      sourceRows,
      lists,
      targetRows,
      originals,
      sourceHasDrafts: type.hasDrafts,
      targetHasDrafts: target.hasDrafts,
    }),
  });
  if (clear.length > 0) await table(session, join.name).whereIn(join.source, clear).delete();
  await insertRows(
    session,
    join.name,
    insert.map(({ source, target: targetId, order }) => ({
      [join.source]: source,
      [join.target]: targetId,
      ...(join.order ? { [join.order]: order } : {}),
    })),
  );
  return [...new Set([...clear, ...insert.map(({ source }) => source)])];
};

/**
 * Makes the join rows of these documents' links what their lists and the targets' rows say now.
 * A handful of statements per type and attribute, however many documents.
 * @returns ids of the source rows whose links changed, by uid
 */
export const deriveLinks = async ({
  dependencies,
  session,
  documents,
}: {
  dependencies: Dependencies;
  session: Session;
  documents: DocumentRef[];
}): Promise<Map<string, number[]>> => {
  const changed = new Map<string, number[]>();
  for (const [uid, refs] of Object.entries(groupBy(documents, 'uid'))) {
    const type = dependencies.catalogue.translated.get(uid);
    if (!type) continue;
    const documentIds = [...new Set(refs.map(({ documentId }) => documentId))];
    for (const link of type.links) {
      for (let start = 0; start < documentIds.length; start += CHUNK) {
        const rows = await deriveAttribute({
          dependencies,
          session,
          type,
          link,
          documentIds: documentIds.slice(start, start + CHUNK),
        });
        changed.set(uid, [...(changed.get(uid) ?? []), ...rows]);
      }
    }
  }
  return changed;
};
