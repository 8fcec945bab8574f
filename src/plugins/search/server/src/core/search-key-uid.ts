import { createHash } from 'node:crypto';

/**
 * The uid of the search-only key of a prefix: always the same, so that every process and every start
 * finds the one key. In the form of a UUID v4, which Meilisearch asks for.
 */
export const searchKeyUid = (prefix: string): string => {
  const hex = createHash('sha256').update(`search-only key of ${prefix}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};
