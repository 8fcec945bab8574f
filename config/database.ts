import path from 'node:path';
import { beginAsWriter } from '../src/sqlite/begin-as-writer';

type Env = {
  (key: string): string | undefined;
  (key: string, fallback: string): string;
  int(key: string, fallback: number): number;
  bool(key: string, fallback: boolean): boolean;
};

type SqliteConnection = {
  pragma(statement: string): unknown;
  prepare(sql: string): unknown;
  function(name: string, options: { deterministic: boolean }, fn: (text: unknown) => unknown): void;
};

/** SQLite folds ASCII only: without this, `$containsi` misses île, κρήτη and łódź. */
const prepareSqlite = (
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void,
) => {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('foreign_keys = ON');
  connection.function('lower', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  );
  beginAsWriter(connection);
  done(null, connection);
};

export default ({ env }: { env: Env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  // A plugin that is off for one start must not lose its tables.
  const settings = { forceMigration: false, useTypescriptMigrations: true };
  if (client === 'postgres') {
    const connectionString = env('DATABASE_URL');
    return {
      connection: {
        client,
        connection: {
          ...(connectionString
            ? { connectionString }
            : {
                host: env('DATABASE_HOST', '127.0.0.1'),
                port: env.int('DATABASE_PORT', 5432),
                database: env('DATABASE_NAME', 'oten'),
                user: env('DATABASE_USERNAME', 'oten'),
                password: env('DATABASE_PASSWORD'),
              }),
          ssl: env.bool('DATABASE_SSL', false) && {
            rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
          },
          schema: env('DATABASE_SCHEMA', 'public'),
        },
        pool: { min: env.int('DATABASE_POOL_MIN', 0), max: env.int('DATABASE_POOL_MAX', 10) },
      },
      settings,
    };
  }
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.resolve(env('DATABASE_FILENAME', '.data/oten.db')) },
      useNullAsDefault: true,
      pool: { afterCreate: prepareSqlite },
    },
    settings,
  };
};
