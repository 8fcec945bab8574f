import type { LocaleDocuments } from './build-documents';

export type DifferenceKind = 'missing' | 'stale' | 'ghosts';

/** What an index holds of some ids. */
export type Known = ReadonlyMap<string, { hash: string; stamp: string }>;

/**
 * Holds what an entry's documents should be against what the indexes have, by content hash.
 * @returns one difference per index, none where all is right
 */
export const findDifferences = ({
  id,
  documents,
  known,
}: {
  id: string;
  documents: LocaleDocuments;
  known: ReadonlyMap<string, Known>;
}): { target: string; kind: DifferenceKind }[] =>
  [...documents].flatMap(([target, document]): { target: string; kind: DifferenceKind }[] => {
    const found = known.get(target)?.get(id);
    if (document && !found) return [{ target, kind: 'missing' }];
    if (!document && found) return [{ target, kind: 'ghosts' }];
    if (document && found && found.hash !== document.hash) return [{ target, kind: 'stale' }];
    return [];
  });
