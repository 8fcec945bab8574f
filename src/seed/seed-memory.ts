import type { Core } from '@strapi/strapi';

/** What is remembered of a loaded file. */
export type SeedMark = {
  /** SHA-256 of the file's text when it was last loaded. */
  hash: string;
  /** SHA-256 of all rows of the entry right after that. */
  state: string;
  /** The fields that the file filled, by group (`shared`, or a locale). */
  fields: Record<string, string[]>;
};

export type SeedMemory = {
  recall: () => Promise<Map<string, SeedMark>>;
  remember: (file: string, mark: SeedMark, known: boolean) => Promise<void>;
};

const CORE_STORE = 'strapi::core-store';
const PREFIX = 'seed_';

/**
 * The marks of loaded files, one row each in Strapi's own key-value table: they are written in the
 * transaction of their entry, and travel with an export of the database.
 */
export const createSeedMemory = ({ strapi }: { strapi: Core.Strapi }): SeedMemory => ({
  recall: async () => {
    const rows: { key: string; value: string }[] = await strapi.db
      .query(CORE_STORE)
      .findMany({ where: { key: { $startsWith: PREFIX } }, select: ['key', 'value'] });
    return new Map(
      rows.map(({ key, value }) => [key.slice(PREFIX.length), JSON.parse(value) as SeedMark]),
    );
  },
  remember: async (file, mark, known) => {
    const key = `${PREFIX}${file}`;
    const data = { key, value: JSON.stringify(mark), type: 'object' };
    const store = strapi.db.query(CORE_STORE);
    await (known ? store.update({ where: { key }, data }) : store.create({ data }));
  },
});
