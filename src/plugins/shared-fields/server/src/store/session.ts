import type { Core } from '@strapi/strapi';

type InTransaction = NonNullable<Parameters<Core.Strapi['db']['transaction']>[0]>;

export type Transaction = Parameters<InTransaction>[0]['trx'];

/** A transaction that is under way. Queries through `strapi.db` join it by themselves. */
export type Session = { strapi: Core.Strapi; trx: Transaction };

/** A statement on a table, for what `strapi.db.query` has no words for. */
export const table = ({ strapi, trx }: Session, name: string) =>
  strapi.db.getConnection(name).transacting(trx);

/** Inserts rows in as many statements as the database's limit of variables asks for. */
export const insertRows = async (
  session: Session,
  name: string,
  rows: Record<string, unknown>[],
): Promise<void> => {
  const size = session.strapi.db.dialect.getBatchInsertSize();
  for (let start = 0; start < rows.length; start += size) {
    await table(session, name).insert(rows.slice(start, start + size));
  }
};
