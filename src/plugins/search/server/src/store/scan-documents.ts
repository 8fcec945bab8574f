import type { Core } from '@strapi/strapi';
import { databaseOf, type Transaction } from './database';
import { hasDraftAndPublish } from './read-rows';

const published = ({
  strapi,
  uid,
  trx,
}: {
  strapi: Core.Strapi;
  uid: string;
  trx: Transaction;
}) => {
  const { tableName } = strapi.db.metadata.get(uid);
  const schema = strapi.db.getSchemaName();
  const query = schema ? trx(tableName).withSchema(schema) : trx(tableName);
  return hasDraftAndPublish({ strapi, uid }) ? query.whereNotNull('published_at') : query;
};

/**
 * The next published documentIds of a type after `after`, in order: a keyset page, never an offset.
 * @param after the last documentId of the page before, or the empty text
 */
const scanDocuments = ({
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
    const rows: { document_id: string }[] = await published({ strapi, uid, trx })
      .distinct('document_id')
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(limit);
    return rows.map((row) => row.document_id);
  });

/** All of them, page by page. */
export async function* documentPages(input: {
  strapi: Core.Strapi;
  uid: string;
  limit: number;
}): AsyncGenerator<string[], void> {
  for (let after = ''; ; ) {
    const page = await scanDocuments({ ...input, after });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last;
  }
}

/** How many there are of some types, by locale; the empty text stands for types without locales. */
export const countByLocale = ({
  strapi,
  uids,
}: {
  strapi: Core.Strapi;
  uids: readonly string[];
}): Promise<Map<string, number>> =>
  databaseOf(strapi).run(async ({ trx }) => {
    const counts = new Map<string, number>();
    for (const uid of uids) {
      const rows: { locale: string | null; count: number | string }[] = await published({
        strapi,
        uid,
        trx,
      })
        .select('locale')
        .countDistinct('document_id as count')
        .groupBy('locale');
      for (const { locale, count } of rows) {
        counts.set(locale ?? '', (counts.get(locale ?? '') ?? 0) + Number(count));
      }
    }
    return counts;
  });

/** How many there are of some types. */
export const countDocuments = ({
  strapi,
  uids,
}: {
  strapi: Core.Strapi;
  uids: readonly string[];
}): Promise<number> =>
  databaseOf(strapi).run(async ({ trx }) => {
    let total = 0;
    for (const uid of uids) {
      const [row]: { count: number | string }[] = await published({
        strapi,
        uid,
        trx,
      }).countDistinct('document_id as count');
      total += Number(row?.count ?? 0);
    }
    return total;
  });
