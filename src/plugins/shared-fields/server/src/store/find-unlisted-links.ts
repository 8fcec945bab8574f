import { LINK_TABLE } from './link-model';
import { joinTable, tableName } from './metadata';
import type { Session } from './session';

export type UnlistedLink = {
  source_uid: string;
  source_document_id: string;
  status: 'draft' | 'published';
  attribute: string;
  target_uid: string;
  target_document_id: string;
  position: number;
};

/**
 * Links that stand in the join table of an attribute while their document has no list of it:
 * written below the Document Service, imported, or older than this plugin.
 */
export const findUnlistedLinks = async ({
  session,
  uid,
  attribute,
  targetUid,
  originalLocaleColumn,
}: {
  session: Session;
  uid: string;
  attribute: string;
  targetUid: string;
  originalLocaleColumn: string;
}): Promise<UnlistedLink[]> => {
  const { strapi, trx } = session;
  const connection = strapi.db.getConnection();
  const join = joinTable(strapi, uid, attribute);
  const status = `case when s.published_at is null then 'draft' else 'published' end`;
  const found: Omit<UnlistedLink, 'source_uid' | 'attribute' | 'target_uid'>[] = await connection
    .from(`${join.name} as j`)
    .join(`${tableName(strapi, uid)} as s`, 's.id', `j.${join.source}`)
    .join(`${tableName(strapi, targetUid)} as t`, 't.id', `j.${join.target}`)
    .leftJoin(`${LINK_TABLE} as l`, (on) => {
      on.on('l.source_document_id', 's.document_id')
        .andOnVal('l.source_uid', uid)
        .andOnVal('l.attribute', attribute)
        .andOn('l.status', strapi.db.connection.raw(status));
    })
    .whereNull('l.id')
    .whereRaw(`coalesce(s.??, s.locale) = s.locale`, [originalLocaleColumn])
    .select({ source_document_id: 's.document_id', target_document_id: 't.document_id' })
    .select(strapi.db.connection.raw(`${status} as status`))
    .select(strapi.db.connection.raw(`min(${join.order ? `j.${join.order}` : 'j.id'}) as position`))
    .groupByRaw(`s.document_id, t.document_id, ${status}`)
    .orderBy(['source_document_id', 'status', 'position'])
    .transacting(trx);
  return found.map((link) => ({
    ...link,
    source_uid: uid,
    attribute,
    target_uid: targetUid,
    position: Number(link.position),
  }));
};
