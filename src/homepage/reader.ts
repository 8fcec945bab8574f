import type { Core, UID } from '@strapi/strapi';
import { isRecord, textOf } from '../rules/readers';

const TITLES = ['title', 'name', 'term', 'reference'];
export const READ = 'plugin::content-manager.explorer.read';

/** What the panel knows of the person who asks, and what the homepage may read for them. */
export type Reader = {
  user: { id: number };
  ability: { can: (action: string, subject: unknown) => boolean };
};

type Checker = {
  cannot: { read: () => boolean };
  can: Record<string, (entry?: unknown) => boolean>;
  sanitizedQuery: { read: (query: object) => Promise<object> };
  sanitizeOutput: (entry: object) => Promise<Record<string, unknown>>;
};

export type Entry = Record<string, unknown> & { documentId: string };

const checkerOf = (strapi: Core.Strapi, { ability }: Reader, uid: string): Checker =>
  strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility: ability, model: uid });

/** The attribute by which people know entries of a type. */
export const titleOf = (strapi: Core.Strapi, uid: string): string =>
  TITLES.find((name) => name in strapi.contentType(uid as UID.ContentType).attributes) ??
  'documentId';

/**
 * Reads the drafts of a type that the person may read, in the languages and under the conditions of
 * their roles, fields that they may not see left out.
 * @param action asks further that they may do this with each, as `publish`
 */
export const readFor = async ({
  strapi,
  reader,
  uid,
  query,
  action,
}: {
  strapi: Core.Strapi;
  reader: Reader;
  uid: string;
  query: { fields?: string[]; filters?: object; sort?: string; limit?: number; populate?: object };
  action?: 'publish';
}): Promise<Entry[]> => {
  const checker = checkerOf(strapi, reader, uid);
  if (checker.cannot.read()) return [];
  const { populate, ...asked } = query;
  const permitted = await checker.sanitizedQuery.read(asked);
  const rows = await strapi.documents(uid as UID.ContentType).findMany({
    ...permitted,
    ...(populate ? { populate } : {}),
    status: 'draft',
    locale: '*',
  } as never);
  const found: Entry[] = [];
  for (const row of rows as unknown[]) {
    if (!isRecord(row) || (action && !checker.can[action]?.(row))) continue;
    const entry = await checker.sanitizeOutput(row);
    const documentId = textOf(entry, 'documentId');
    if (documentId !== undefined) found.push({ ...entry, documentId });
  }
  return found;
};
