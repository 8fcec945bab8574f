import type { Database, Transaction } from './database';
import type { Hop } from './relation-hops';

/** A declared relation seen from its far end: whoever shows `target` through `hops` must be indexed again. */
export type Dependence = {
  uid: string;
  table: string;
  hasDraftAndPublish: boolean;
  target: string;
  hops: readonly Hop[];
};

/** A query for the `document_id` of every entry that shows one of the changed ones now; some stand there twice. */
export const dependantsOf = ({
  db,
  trx,
  dependence,
  documentIds,
}: {
  db: Database;
  trx: Transaction;
  dependence: Dependence;
  documentIds: readonly string[];
}) => {
  const inSchema = (table: string, alias: string) =>
    `${db.schema ? `${db.schema}.` : ''}${table} as ${alias}`;
  const select = trx
    .queryBuilder()
    .select('s.document_id as document_id')
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
  return select;
};
