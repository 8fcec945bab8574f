import { textOf } from '../../rules/readers';
import type { Row } from '../../rules/violation';

/**
 * One version of each entry where a list is about what its locales share: the one in which the entry
 * started, else the first. The order of the entries stays.
 */
export const onePerDocument = <T extends Row>(versions: T[]): T[] => {
  const chosen = new Map<unknown, T>();
  for (const version of versions) {
    const isOriginal =
      textOf(version, 'originalLocale') !== undefined && version.originalLocale === version.locale;
    if (isOriginal || !chosen.has(version.documentId)) chosen.set(version.documentId, version);
  }
  return [...chosen.values()];
};
