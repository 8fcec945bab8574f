import type { Core } from '@strapi/strapi';

export type Transaction = Core.Strapi['db']['connection'];

/**
 * Reserves `count` ids of a table for this transaction, so that rows which point to one another can
 * be inserted many at a time. PostgreSQL gives them from the table's sequence; SQLite has one writer,
 * so that nobody else takes what follows the highest.
 */
export const reserveIds = async ({
  strapi,
  trx,
  table,
  count,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  table: string;
  count: number;
}): Promise<number[]> => {
  if (strapi.db.dialect.client === 'postgres') {
    const schema = strapi.db.getSchemaName();
    const name = schema ? `"${schema}"."${table}"` : `"${table}"`;
    const { rows } = await trx.raw(
      "select nextval(pg_get_serial_sequence(?, 'id')) as id from generate_series(1, ?)",
      [name, count],
    );
    return rows.map(({ id }: { id: string | number }) => Number(id));
  }
  const [row] = await trx.raw(
    'select max((select coalesce(max(id), 0) from ??), (select coalesce(max(seq), 0) from sqlite_sequence where name = ?)) as last',
    [table, table],
  );
  return Array.from({ length: count }, (_, index) => Number(row.last) + index + 1);
};
