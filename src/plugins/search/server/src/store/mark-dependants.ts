import type { Database, Transaction } from './database';
import { MARKS } from './mark-model';
import type { Hop } from './relation-hops';

/** A declared relation seen from its far end: whoever shows `target` through `hops` must be indexed again. */
export type Dependence = {
  uid: string;
  table: string;
  hasDraftAndPublish: boolean;
  target: string;
  hops: readonly Hop[];
};

/**
 * Marks every entry that shows one of the changed ones, in one statement of the caller's transaction.
 * @throws what the database throws: the edit fails with it
 */
export const markDependants = async ({
  db,
  trx,
  dependence,
  documentIds,
  now,
}: {
  db: Database;
  trx: Transaction;
  dependence: Dependence;
  documentIds: readonly string[];
  now: number;
}): Promise<void> => {
  const inSchema = (table: string, alias: string) =>
    `${db.schema ? `${db.schema}.` : ''}${table} as ${alias}`;
  const select = trx
    .queryBuilder()
    .distinct(
      trx.raw('cast(? as varchar(255)) as uid', [dependence.uid]),
      's.document_id as document_id',
      trx.raw('1 as version'),
      trx.raw('0 as attempts'),
      trx.raw('cast(? as bigint) as enqueued_at', [now]),
      trx.raw('cast(? as bigint) as due_at', [now]),
    )
    .from(inSchema(dependence.table, 's'));
  let previous = 's';
  dependence.hops.forEach(({ targetTable, link }, index) => {
    const target = `t${index}`;
    if (link.kind === 'column') {
      select.join(inSchema(targetTable, target), `${target}.id`, `${previous}.${link.column}`);
    } else {
      const table = `l${index}`;
      select.join(inSchema(link.table, table), `${table}.${link.from}`, `${previous}.id`);
      for (const [column, value] of Object.entries(link.where)) {
        select.where(`${table}.${column}`, value);
      }
      select.join(inSchema(targetTable, target), `${target}.id`, `${table}.${link.to}`);
    }
    previous = target;
  });
  select.whereIn(`${previous}.document_id`, [...documentIds]);
  if (dependence.hasDraftAndPublish) select.whereNotNull('s.published_at');
  select.orderBy('document_id');
  const { sql, bindings } = select.toSQL();
  const table = db.schema ? `${db.schema}.${MARKS}` : MARKS;
  await trx.raw(
    `insert into ?? (uid, document_id, version, attempts, enqueued_at, due_at) ${sql}
     on conflict (uid, document_id) do update set version = ?? + 1, attempts = 0,
       enqueued_at = case when ?? is null then ?? else cast(? as bigint) end,
       due_at = ?, dead_at = null, delivered_at = null, last_error = null`,
    [
      table,
      ...bindings,
      `${MARKS}.version`,
      `${MARKS}.delivered_at`,
      `${MARKS}.enqueued_at`,
      now,
      now,
    ],
  );
};
