import { AsyncLocalStorage } from 'node:async_hooks';

type Connection = { prepare: (sql: string) => unknown };

const writers = new AsyncLocalStorage<true>();

/** Runs work whose transactions are there to write. */
export const asWriter = <T>(work: () => T): T => writers.run(true, work);

/**
 * Makes the transactions of writers on a SQLite connection writers from their beginning. One that reads
 * first must fail at its first write if another process (a command beside the server) has written
 * meanwhile, however long it would wait; a writer waits its turn instead.
 */
export const beginAsWriter = (connection: Connection): void => {
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) =>
    prepare(sql === 'BEGIN;' && writers.getStore() ? 'BEGIN IMMEDIATE;' : sql);
};
