import { randomBytes } from 'node:crypto';
import path from 'node:path';

/** A port where nobody listens: search then works as in an outage. */
const NO_ENGINE = 'http://127.0.0.1:9';

const secret = () => randomBytes(24).toString('hex');

/**
 * The environment settings of a server under test, with secrets of its own.
 * @param directory its data folder, and that of its SQLite file
 * @param databaseUrl its PostgreSQL database; without one it runs on SQLite
 */
export const environment = ({
  directory,
  port,
  databaseUrl,
}: {
  directory: string;
  port: number;
  databaseUrl?: string;
}): Record<string, string> => ({
  NODE_ENV: 'test',
  APP_KEYS: `${secret()},${secret()}`,
  ADMIN_JWT_SECRET: secret(),
  API_TOKEN_SALT: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
  JWT_SECRET: secret(),
  ADMIN_RATE_LIMIT: 'false',
  HOST: '127.0.0.1',
  PORT: String(port),
  DATABASE_CLIENT: databaseUrl ? 'postgres' : 'sqlite',
  DATABASE_FILENAME: sqliteFile(directory),
  ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  DATA_DIR: directory,
  MEILI_HOST: NO_ENGINE,
  MEILI_MASTER_KEY: 'no-engine',
  MEILI_PREFIX: 'test',
  // A machine that does much else at once makes the engine take its time.
  MEILI_SEARCH_TIMEOUT_MS: '30000',
  LOG_LEVEL: 'error',
});

export const sqliteFile = (directory: string) => path.join(directory, 'test.db');
