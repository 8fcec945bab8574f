import type { Core } from '@strapi/strapi';
import { type Readable, rowsOf } from './may-read';

type Entry = { uid: string; documentId: string };
type ReadableOf = (uid: string) => Readable;

type Configurations = {
  findConfiguration: (type: unknown) => Promise<{ settings: { mainField: string } }>;
};

const titleOf = async ({
  strapi,
  entry: { uid, documentId },
  readableOf,
}: {
  strapi: Core.Strapi;
  entry: Entry;
  readableOf: ReadableOf;
}): Promise<string | null> => {
  const type = strapi.contentTypes[uid as keyof typeof strapi.contentTypes];
  if (!type || !readableOf(uid).ofType) return null;
  const { ofRow } = readableOf(uid);
  const configurations: Configurations = strapi.plugin('content-manager').service('content-types');
  const { mainField } = (await configurations.findConfiguration(type)).settings;
  const rows = await rowsOf({ strapi, uid, documentId });
  const title = rows.find((row) => ofRow(row, mainField))?.[mainField];
  return typeof title === 'string' && title !== '' ? title : null;
};

/** What entries are called in the content manager; null where the account may not read one, or it is gone. */
export const titlesFor = async ({
  strapi,
  entries,
  readableOf,
}: {
  strapi: Core.Strapi;
  entries: readonly Entry[];
  readableOf: ReadableOf;
}): Promise<(string | null)[]> => {
  const titles: (string | null)[] = [];
  for (const entry of entries) titles.push(await titleOf({ strapi, entry, readableOf }));
  return titles;
};
