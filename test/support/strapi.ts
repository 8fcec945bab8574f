import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { inject } from 'vitest';
import { projectRoot } from './compile';
import { freePort } from './free-port';
import { createDatabase } from './postgres';

export type TestStrapi = {
  strapi: Core.Strapi;
  /** Base address of the running server, without a slash at the end. */
  url: string;
  database: 'sqlite' | 'postgres';
  stop: () => Promise<void>;
};

/** A port where nobody listens: search then works as in an outage. */
const NO_ENGINE = 'http://127.0.0.1:9';

const secret = () => randomBytes(24).toString('hex');

/**
 * Boots the compiled application in this process on an empty database of its own
 * (SQLite, or PostgreSQL where the vitest project says so) and listens on a free port.
 * Strapi keeps global state: boot once per test file.
 * @param meilisearch the engine to use; without one the search plugin finds none
 * @param env further environment settings
 */
export const bootStrapi = async ({
  meilisearch,
  env = {},
}: {
  meilisearch?: { host: string; apiKey: string };
  env?: Record<string, string>;
} = {}): Promise<TestStrapi> => {
  const database = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';
  const directory = mkdtempSync(path.join(tmpdir(), 'oten-strapi-'));
  const postgres =
    database === 'postgres'
      ? await createDatabase({
          url: inject('postgresUrl'),
          name: `test_${randomBytes(6).toString('hex')}`,
        })
      : undefined;
  const port = await freePort();
  Object.assign(process.env, {
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
    DATABASE_CLIENT: database,
    ...(postgres
      ? { DATABASE_URL: postgres.url }
      : { DATABASE_FILENAME: path.join(directory, 'test.db') }),
    DATA_DIR: directory,
    MEILI_HOST: meilisearch?.host ?? NO_ENGINE,
    MEILI_MASTER_KEY: meilisearch?.apiKey ?? 'no-engine',
    MEILI_PREFIX: 'test',
    LOG_LEVEL: 'error',
    ...env,
  });
  // Strapi's ESM entry does not load (lodash/fp).
  const { createStrapi } = createRequire(import.meta.url)(
    '@strapi/strapi',
  ) as typeof import('@strapi/strapi');
  const strapi = createStrapi({
    appDir: projectRoot,
    distDir: path.join(projectRoot, 'dist'),
    serveAdminPanel: false,
    autoReload: false,
  });
  await strapi.start();
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    database,
    stop: async () => {
      // Strapi takes every listener off the process, those by which vitest talks to this fork too.
      const removeAllListeners = process.removeAllListeners;
      process.removeAllListeners = () => process;
      await strapi.destroy().finally(() => {
        process.removeAllListeners = removeAllListeners;
      });
      await postgres?.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
