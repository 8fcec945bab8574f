import type { Core } from '@strapi/strapi';
import { AFTER_COMMIT } from '../../src/setup/after-commit';
import { waitFor } from './wait-for';

export const PROJECT = 'api::observatory.project';
export const INITIATIVE = 'api::iris.initiative';
export const TRANSFER = 'api::iris.transfer';

type Entry = Record<string, unknown> & { id: number; documentId: string; locale: string };

type Documents = {
  create: (params: object) => Promise<Entry>;
  update: (params: object) => Promise<Entry>;
  findOne: (params: object) => Promise<Entry | null>;
  findMany: (params: object) => Promise<Entry[]>;
  clone: (params: object) => Promise<{ documentId: string; entries: Entry[] }>;
  delete: (params: object) => Promise<{ entries: Entry[] }>;
  publish: (params: object) => Promise<{ entries: Entry[] }>;
  unpublish: (params: object) => Promise<{ entries: Entry[] }>;
  discardDraft: (params: object) => Promise<{ entries: Entry[] }>;
};

/** The Document Service without the types of a particular content type. */
export const documents = (strapi: Core.Strapi, uid: string): Documents =>
  strapi.documents(uid as Parameters<Core.Strapi['documents']>[0]) as unknown as Documents;

/** What the rooms' rules ask of a project and of an initiative before they are published. */
export const COMPLETE_PROJECT = { summary: 'In short.', sources: ['https://example.org/'] };
export const completeInitiative = async (strapi: Core.Strapi): Promise<object> => {
  const create = async (uid: string, data: object) =>
    (await documents(strapi, uid).create({ data })).documentId;
  return {
    summary: 'In short.',
    sources: ['https://example.org/'],
    themes: [await create('api::observatory.theme', { name: 'Health' })],
    territories: [await create('api::observatory.territory', { name: 'Crete', level: 'region' })],
  };
};

/** Waits until nothing uses the database any more: events of the last write still read. */
export const untilIdle = async (strapi: Core.Strapi): Promise<boolean> => {
  await strapi.get(AFTER_COMMIT).settled();
  const { pool } = strapi.db.connection.client;
  return waitFor(() => pool.numUsed() === 0 && pool.numPendingAcquires() === 0);
};

/** Makes sure that the observatory's locales exist. */
export const ensureLocales = async (
  strapi: Core.Strapi,
  codes = ['fr', 'el', 'pt', 'es', 'pl', 'en'],
): Promise<void> => {
  const locales = strapi.plugin('i18n').service('locales');
  for (const code of codes) {
    if (!(await locales.findByCode(code))) await locales.create({ code, name: code });
  }
};

const ids = (value: unknown, key: string): unknown[] =>
  (Array.isArray(value) ? value : value ? [value] : []).map(
    (item) => (item as Record<string, unknown>)[key],
  );

/**
 * A document as its rows hold it: for each, under `locale status`, scalars as they are,
 * relations as lists of what `key` says of their targets, components without ids.
 */
export const rowsByKey = async ({
  strapi,
  uid,
  documentId,
  fields = [],
  relations = {},
  components = {},
}: {
  strapi: Core.Strapi;
  uid: string;
  documentId: string;
  fields?: string[];
  relations?: Record<string, string>;
  components?: Record<string, string[]>;
}): Promise<Record<string, Record<string, unknown>>> => {
  const rows: Record<string, unknown>[] = await strapi.db.query(uid).findMany({
    where: { documentId },
    populate: [...Object.keys(relations), ...Object.keys(components)],
  });
  const entries = rows.map((row) => [
    `${row.locale} ${row.publishedAt === null ? 'draft' : 'published'}`,
    {
      ...Object.fromEntries(fields.map((name) => [name, row[name]])),
      ...Object.fromEntries(
        Object.entries(relations).map(([name, key]) => [name, ids(row[name], key)]),
      ),
      ...Object.fromEntries(
        Object.entries(components).map(([name, keys]) => [
          name,
          ((row[name] as Record<string, unknown>[] | null) ?? []).map((item) =>
            Object.fromEntries(keys.map((key) => [key, item[key]])),
          ),
        ]),
      ),
    },
  ]);
  return Object.fromEntries(entries.sort());
};
