import type { RelationChange, TargetRef } from './read-relation-change';

/**
 * The list of documentIds after a change. Connecting what is there already moves it.
 * @param current the list before, in order
 * @param documentIdOf the document of a target; undefined drops it
 * @param many whether more than one is allowed: otherwise the last named holds, as in Strapi
 */
export const applyRelationChange = ({
  current,
  change,
  documentIdOf,
  many,
}: {
  current: string[];
  change: RelationChange;
  documentIdOf: (ref: TargetRef) => string | undefined;
  many: boolean;
}): string[] => {
  const known = (refs: TargetRef[]) => refs.map(documentIdOf).filter((id) => id !== undefined);
  if (change.kind === 'set') {
    const list = [...new Set(known(change.targets))];
    return many ? list : list.slice(-1);
  }
  const gone = new Set(known(change.disconnect));
  const list = current.filter((documentId) => !gone.has(documentId));
  for (const { ref, position } of change.connect) {
    const documentId = documentIdOf(ref);
    if (documentId === undefined) continue;
    const held = list.indexOf(documentId);
    if (held >= 0) list.splice(held, 1);
    const anchor = 'ref' in position ? documentIdOf(position.ref) : undefined;
    const anchorIndex = anchor === undefined ? -1 : list.indexOf(anchor);
    if (position.kind === 'start') list.unshift(documentId);
    else if (anchorIndex < 0) list.push(documentId);
    else list.splice(position.kind === 'before' ? anchorIndex : anchorIndex + 1, 0, documentId);
  }
  return many ? list : list.slice(-1);
};
