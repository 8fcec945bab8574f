import type { Core } from '@strapi/strapi';
import { MARKS } from './mark-model';

/** A knex transaction; typed by what Strapi hands out, since knex is Strapi's own dependency. */
export type Transaction = Core.Strapi['db']['connection'] & {
  commit: () => PromiseLike<unknown>;
  /** Settles with what became of the transaction. */
  executionPromise: Promise<unknown>;
};
type OnCommit = (callback: () => void) => void;

export type Database = {
  isPostgres: boolean;
  schema: string | undefined;
  /** Joins the transaction that is open here, else opens one. */
  run: <T>(work: (input: { trx: Transaction; onCommit: OnCommit }) => Promise<T>) => Promise<T>;
};

export const databaseOf = (strapi: Core.Strapi): Database => ({
  isPostgres: strapi.db.dialect.client === 'postgres',
  schema: strapi.db.getSchemaName(),
  run: async (work) => strapi.db.transaction(({ trx, onCommit }) => work({ trx, onCommit })),
});

/** A query on the marks, within a transaction and in the database's schema. */
export const marksIn = ({ db, trx }: { db: Database; trx: Transaction }) =>
  db.schema ? trx(MARKS).withSchema(db.schema) : trx(MARKS);
