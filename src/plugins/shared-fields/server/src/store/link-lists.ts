import type { Row } from '../core/resolve-original';
import { LINK_TABLE } from './link-model';
import { insertRows, type Session, table } from './session';

type Status = Row['status'];
export type DocumentRef = { uid: string; documentId: string };

const source = ({ uid, documentId }: DocumentRef) => ({
  source_uid: uid,
  source_document_id: documentId,
});

type Entry = { source_document_id: string; status: Status; target_document_id: string };

/** The lists of one attribute of some documents, by documentId and status. */
export const loadLinkLists = async ({
  session,
  uid,
  attribute,
  documentIds,
}: {
  session: Session;
  uid: string;
  attribute: string;
  documentIds: string[];
}): Promise<Map<string, Record<Status, string[]>>> => {
  const entries: Entry[] = await table(session, LINK_TABLE)
    .select('source_document_id', 'status', 'target_document_id')
    .where({ source_uid: uid, attribute })
    .whereIn('source_document_id', documentIds)
    .orderBy('position');
  const lists = new Map<string, Record<Status, string[]>>();
  for (const entry of entries) {
    const held = lists.get(entry.source_document_id) ?? { draft: [], published: [] };
    held[entry.status].push(entry.target_document_id);
    lists.set(entry.source_document_id, held);
  }
  return lists;
};

/** Puts a list in the place of the one held. */
export const replaceLinkList = async ({
  session,
  document,
  status,
  attribute,
  targetUid,
  targets,
}: {
  session: Session;
  document: DocumentRef;
  status: Status;
  attribute: string;
  targetUid: string;
  targets: string[];
}): Promise<void> => {
  await table(session, LINK_TABLE)
    .where({ ...source(document), status, attribute })
    .delete();
  await insertRows(
    session,
    LINK_TABLE,
    targets.map((target, position) => ({
      ...source(document),
      status,
      attribute,
      target_uid: targetUid,
      target_document_id: target,
      position,
    })),
  );
};

/** Makes all lists of one status those of another, of the same document or of its model. */
export const copyLinkLists = async ({
  session,
  from,
  to,
}: {
  session: Session;
  from: DocumentRef & { status: Status };
  to: DocumentRef & { status: Status };
}): Promise<void> => {
  await dropLinkLists({ session, uid: to.uid, documentIds: [to.documentId], status: to.status });
  const entries: Record<string, unknown>[] = await table(session, LINK_TABLE)
    .select('attribute', 'target_uid', 'target_document_id', 'position')
    .where({ ...source(from), status: from.status });
  await insertRows(
    session,
    LINK_TABLE,
    entries.map((entry) => ({ ...entry, ...source(to), status: to.status })),
  );
};

/** Drops all lists of some documents, or those of one status. */
export const dropLinkLists = async ({
  session,
  uid,
  documentIds,
  status,
}: {
  session: Session;
  uid: string;
  documentIds: string[];
  status?: Status;
}): Promise<void> => {
  if (documentIds.length === 0) return;
  await table(session, LINK_TABLE)
    .where({ source_uid: uid, ...(status ? { status } : {}) })
    .whereIn('source_document_id', documentIds)
    .delete();
};

/** Takes documents that are gone out of every list. */
export const dropLinkTargets = async ({
  session,
  uid,
  documentIds,
}: {
  session: Session;
  uid: string;
  documentIds: string[];
}): Promise<void> => {
  if (documentIds.length === 0) return;
  await table(session, LINK_TABLE)
    .where({ target_uid: uid })
    .whereIn('target_document_id', documentIds)
    .delete();
};

/** The documents that link to any of these, draft or published. */
export const findLinkSources = async ({
  session,
  uid,
  documentIds,
}: {
  session: Session;
  uid: string;
  documentIds: string[];
}): Promise<DocumentRef[]> => {
  const found: { source_uid: string; source_document_id: string }[] = await table(
    session,
    LINK_TABLE,
  )
    .distinct('source_uid', 'source_document_id')
    .where({ target_uid: uid })
    .whereIn('target_document_id', documentIds);
  return found.map((entry) => ({ uid: entry.source_uid, documentId: entry.source_document_id }));
};
