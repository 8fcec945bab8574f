type Connection = { prepare: (sql: string) => unknown };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the running code answers a request that is there to write. */
const isWriting = (): boolean => {
  const request = strapi.requestContext.get();
  return request !== undefined && !READING.has(request.method);
};

/**
 * Makes the transactions of requests that save writers from their beginning, on a SQLite connection. One
 * that reads first must fail at its first write if another process (a command beside the server) has
 * written meanwhile, however long it would wait; a writer waits its turn instead.
 */
export const beginAsWriter = (connection: Connection): void => {
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => prepare(sql === 'BEGIN;' && isWriting() ? 'BEGIN IMMEDIATE;' : sql);
};
