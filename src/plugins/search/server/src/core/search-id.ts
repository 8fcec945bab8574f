import { createHash } from 'node:crypto';

const PREFIX = 'e_';

/**
 * The id of an entry's document, the same in every locale's index: ASCII letters, digits, `-` and `_`,
 * under 512 bytes, as Meilisearch asks.
 */
export const searchId = ({ type, documentId }: { type: string; documentId: string }): string => {
  const plain = /^[A-Za-z0-9-]{1,200}$/.test(documentId);
  const key = plain ? documentId : `x${createHash('sha256').update(documentId).digest('hex')}`;
  return `${PREFIX}${type}_${key}`;
};

/** Whether a document of an index was put there by this plugin. */
export const isSearchId = (id: string): boolean => /^e_[a-z0-9-]+_[A-Za-z0-9-]+$/.test(id);
