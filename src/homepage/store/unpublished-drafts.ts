import type { Core, UID } from '@strapi/strapi';

/** A draft that differs from what is published, with the account that saved it last. */
export type UnpublishedDraft = { uid: string; documentId: string; locale: string; by: number };

/**
 * Finds the drafts that were never published or were saved since, of all types together and in one
 * statement, the last saved first.
 * @param uids types with drafts
 * @param by whose: those that one account saved last, or those that others did
 */
export const unpublishedDrafts = async ({
  strapi,
  uids,
  by: { account, others },
  limit,
}: {
  strapi: Core.Strapi;
  uids: string[];
  by: { account: number; others: boolean };
  limit: number;
}): Promise<UnpublishedDraft[]> => {
  const knex = strapi.db.connection;
  const [first, ...rest] = uids.map((uid) => {
    const { tableName } = strapi.db.metadata.get(uid as UID.ContentType);
    return strapi.db
      .getConnection()
      .from(`${tableName} as draft`)
      .leftJoin(`${tableName} as live`, (join) => {
        join
          .on('live.document_id', 'draft.document_id')
          .andOn((on) => {
            on.on('live.locale', 'draft.locale').orOn((both) => {
              both.onNull('live.locale').andOnNull('draft.locale');
            });
          })
          .andOnNotNull('live.published_at');
      })
      .whereNull('draft.published_at')
      .where('draft.updated_by_id', others ? '<>' : '=', account)
      .where((where) => {
        where.whereNull('live.id').orWhere('draft.updated_at', '>', knex.ref('live.updated_at'));
      })
      .select(
        knex.raw('? as uid', [uid]),
        'draft.document_id as documentId',
        'draft.locale as locale',
        'draft.updated_by_id as by',
        'draft.updated_at as at',
      );
  });
  if (!first) return [];
  return first.unionAll(rest).orderBy('at', 'desc').limit(limit);
};
