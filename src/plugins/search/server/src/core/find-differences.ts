import type { LocaleDocuments } from './build-documents';

/** What an index holds of some ids. */
export type Known = ReadonlyMap<string, { hash: string; stamp: string }>;

/** Holds what an entry's documents should be against what the indexes have, by content hash. */
export const findDifferences = ({
  id,
  documents,
  known,
}: {
  id: string;
  documents: LocaleDocuments;
  known: ReadonlyMap<string, Known>;
}): 'same' | 'missing' | 'stale' | 'ghosts' => {
  let worst: 'same' | 'stale' | 'ghosts' = 'same';
  for (const [locale, document] of documents) {
    const found = known.get(locale)?.get(id);
    if (document && !found) return 'missing';
    if (!document && found) worst = 'ghosts';
    if (document && found && found.hash !== document.hash) worst = 'stale';
  }
  return worst;
};
