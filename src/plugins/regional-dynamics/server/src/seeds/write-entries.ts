import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import isEqual from 'lodash/isEqual';
import type { INDEX, INDICATOR } from '../constants';

export type Counts = { created: number; updated: number; unchanged: number };
type Uid = typeof INDICATOR | typeof INDEX;

/** Strapi's documentIds have 24 letters and digits; this one follows from the entry's own code. */
const documentIdOf = (uid: string, key: string): string =>
  createHash('sha256').update(`${uid} ${key}`).digest('hex').slice(0, 24);

/** Creates or updates entries by their code; what the file leaves out stays as it is. */
export const writeEntries = async (
  strapi: Core.Strapi,
  uid: Uid,
  entries: (Record<string, unknown> & { code: string })[],
): Promise<Counts> => {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const data of entries) {
    const known: (Record<string, unknown> & { documentId: string }) | null = await strapi.db
      .query(uid)
      .findOne({ where: { code: data.code } });
    if (!known) {
      const documentId = documentIdOf(uid, data.code);
      await strapi.documents(uid).create({ data: { documentId, ...data } });
      counts.created++;
    } else if (Object.entries(data).every(([key, value]) => isEqual(known[key], value))) {
      counts.unchanged++;
    } else {
      // Types of plugins' content types are not generated: theirs has no attribute in common.
      const changes: object = data;
      await strapi.documents(uid).update({ documentId: known.documentId, data: changes });
      counts.updated++;
    }
  }
  return counts;
};
