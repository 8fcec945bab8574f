import { omit } from 'lodash';
import { applyRelationChange } from '../core/apply-relation-change';
import type { LinkAttribute } from '../core/build-catalogue';
import { fault } from '../core/code-items';
import {
  namedTargets,
  type RelationChange,
  readRelationChange,
  type TargetRef,
  UnreadableRelation,
} from '../core/read-relation-change';
import type { Row } from '../core/resolve-original';
import { type DocumentRef, loadLinkLists, replaceLinkList } from '../store/link-lists';
import type { Session } from '../store/session';
import type { Data } from './context';
import { refuseFaults } from './refuse';

export type LinkChange = { link: LinkAttribute; change: RelationChange };

/**
 * Takes the links out of the data: Strapi would refuse a target without a row in this locale.
 * @throws ValidationError where a value is no relation
 */
export const takeLinks = (
  { uid, links }: { uid: string; links: LinkAttribute[] },
  data: Data,
): { data: Data; changes: LinkChange[] } => {
  const changes = links
    .filter(({ name }) => data[name] !== undefined)
    .map((link) => {
      try {
        return { link, change: readRelationChange(data[link.name]) };
      } catch (error) {
        if (!(error instanceof UnreadableRelation)) throw error;
        refuseFaults([fault([link.name], 'unreadable-relation', { value: error.value })], uid);
        throw error;
      }
    });
  return {
    data: omit(
      data,
      links.map(({ name }) => name),
    ),
    changes,
  };
};

const loadTargets = async (session: Session, uid: string, refs: TargetRef[]) => {
  const rows: { id: number; documentId: string }[] =
    refs.length === 0
      ? []
      : await session.strapi.db.query(uid).findMany({
          select: ['id', 'documentId'],
          where: {
            $or: [
              {
                documentId: {
                  $in: refs.flatMap((ref) => ('documentId' in ref ? [ref.documentId] : [])),
                },
              },
              { id: { $in: refs.flatMap((ref) => ('id' in ref ? [ref.id] : [])) } },
            ],
          },
        });
  const documents = new Set(rows.map(({ documentId }) => documentId));
  const byId = new Map(rows.map(({ id, documentId }) => [id, documentId]));
  return (ref: TargetRef): string | undefined => {
    if ('id' in ref) return byId.get(ref.id);
    return documents.has(ref.documentId) ? ref.documentId : undefined;
  };
};

/**
 * Writes the changed lists of a source document.
 * @throws ValidationError where a target to connect does not exist
 */
export const saveLinks = async ({
  session,
  document,
  status,
  changes,
}: {
  session: Session;
  document: DocumentRef;
  status: Row['status'];
  changes: LinkChange[];
}): Promise<void> => {
  for (const { link, change } of changes) {
    const documentIdOf = await loadTargets(session, link.target, namedTargets(change));
    const wanted = change.kind === 'set' ? change.targets : change.connect.map(({ ref }) => ref);
    refuseFaults(
      wanted
        .filter((ref) => documentIdOf(ref) === undefined)
        .map((ref) =>
          fault([link.name], 'unknown-target', { target: 'id' in ref ? ref.id : ref.documentId }),
        ),
      document.uid,
    );
    const lists = await loadLinkLists({
      session,
      uid: document.uid,
      attribute: link.name,
      documentIds: [document.documentId],
    });
    await replaceLinkList({
      session,
      document,
      status,
      attribute: link.name,
      targetUid: link.target,
      targets: applyRelationChange({
        current: lists.get(document.documentId)?.[status] ?? [],
        change,
        documentIdOf,
        many: link.many,
      }),
    });
  }
};
