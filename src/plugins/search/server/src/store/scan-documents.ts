import type { Core } from '@strapi/strapi';
import { databaseOf } from './database';
import { hasDraftAndPublish } from './read-rows';

/**
 * The next published documentIds of a type after `after`, in order: a keyset page, never an offset.
 * @param after the last documentId of the page before, or the empty text
 */
export const scanDocuments = ({
  strapi,
  uid,
  after,
  limit,
}: {
  strapi: Core.Strapi;
  uid: string;
  after: string;
  limit: number;
}): Promise<string[]> =>
  databaseOf(strapi).run(async ({ trx }) => {
    const { tableName } = strapi.db.metadata.get(uid);
    const schema = strapi.db.getSchemaName();
    const query = (schema ? trx(tableName).withSchema(schema) : trx(tableName))
      .distinct('document_id')
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(limit);
    if (hasDraftAndPublish({ strapi, uid })) query.whereNotNull('published_at');
    const rows: { document_id: string }[] = await query;
    return rows.map((row) => row.document_id);
  });
