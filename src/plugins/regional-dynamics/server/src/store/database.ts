import type { Core } from '@strapi/strapi';

/** A knex transaction; typed by what Strapi hands out, since knex is Strapi's own dependency. */
export type Transaction = Core.Strapi['db']['connection'];

/** Runs within the transaction that is open here, else in one of its own: SQLite has one connection. */
export const within = async <T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> => strapi.db.transaction(({ trx }) => work(trx));

/** A query on a table, in the database's schema. */
export const tableNamed = (strapi: Core.Strapi, trx: Transaction, table: string) => {
  const schema = strapi.db.getSchemaName();
  return schema ? trx(table).withSchema(schema) : trx(table);
};

/** A query on a type's table, in the database's schema. */
export const tableOf = (strapi: Core.Strapi, trx: Transaction, uid: string) =>
  tableNamed(strapi, trx, strapi.db.metadata.get(uid).tableName);
