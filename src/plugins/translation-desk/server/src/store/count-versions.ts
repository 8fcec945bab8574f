import type { Core, UID } from '@strapi/strapi';

/** Counts of one locale of a type; `documents` is that of the whole type and the same in each row. */
export type VersionCounts = {
  locale: string;
  published: number;
  modified: number;
  draft: number;
  documents: number;
};

/**
 * Counts the documents of a type by the state of each locale, in one statement. A draft counts as
 * modified by Strapi's own measure: it was saved after its published version.
 */
export const countVersions = async ({
  strapi,
  uid,
}: {
  strapi: Core.Strapi;
  uid: UID.ContentType;
}): Promise<VersionCounts[]> => {
  const { tableName } = strapi.db.metadata.get(uid);
  const knex = strapi.db.connection;
  const versions = strapi.db
    .getConnection(tableName)
    .select('document_id', 'locale')
    .select(
      knex.raw('MAX(CASE WHEN published_at IS NULL THEN updated_at END) AS drafted'),
      knex.raw('MAX(CASE WHEN published_at IS NOT NULL THEN updated_at END) AS published'),
    )
    .whereNotNull('locale')
    .groupBy('document_id', 'locale');
  const documents = strapi.db
    .getConnection(tableName)
    .countDistinct('document_id')
    .whereNotNull('locale');
  const rows: Record<keyof VersionCounts, string | number>[] = await knex
    .from(versions.as('versions'))
    .select('locale')
    .select(
      knex.raw('COUNT(published) AS published'),
      knex.raw('SUM(CASE WHEN drafted > published THEN 1 ELSE 0 END) AS modified'),
      knex.raw('SUM(CASE WHEN published IS NULL THEN 1 ELSE 0 END) AS draft'),
      documents.as('documents'),
    )
    .groupBy('locale');
  // PostgreSQL answers counts as text.
  return rows.map((row) => ({
    locale: String(row.locale),
    published: Number(row.published),
    modified: Number(row.modified),
    draft: Number(row.draft),
    documents: Number(row.documents),
  }));
};
