import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { projectRoot } from './compile';
import { environment } from './environment';
import { freePort } from './free-port';
import { prepareDatabase, type TestDatabase } from './prepare-database';

export type TestStrapi = {
  strapi: Core.Strapi;
  /** Base address of the running server, without a slash at the end. */
  url: string;
  database: TestDatabase['database'];
  stop: () => Promise<void>;
};

/** Sign-ins are counted per process and address: a test file must not spend those of the next. */
const forgetSignIns = (require: NodeJS.Require) => {
  const within = createRequire(require.resolve('@strapi/plugin-users-permissions/strapi-server'));
  within('koa2-ratelimit').Stores.Memory.cleanAll();
};

/**
 * Boots the compiled application in this process on a database of its own (SQLite, or PostgreSQL
 * where the vitest project says so), as the first start leaves it, and listens on a free port.
 * Strapi keeps global state: boot once per test file.
 * @param meilisearch the engine to use; without one the search plugin finds none
 * @param env further environment settings
 * @param firstStart whether this is the first start itself, on an empty database
 */
export const bootStrapi = async ({
  meilisearch,
  env = {},
  firstStart = false,
}: {
  meilisearch?: { host: string; apiKey: string };
  env?: Record<string, string>;
  firstStart?: boolean;
} = {}): Promise<TestStrapi> => {
  const { database, directory, databaseUrl, remove } = await prepareDatabase({ firstStart });
  const port = await freePort();
  const before = { ...process.env };
  Object.assign(
    process.env,
    environment({ directory, port, databaseUrl }),
    meilisearch && { MEILI_HOST: meilisearch.host, MEILI_MASTER_KEY: meilisearch.apiKey },
    env,
  );
  const require = createRequire(import.meta.url);
  forgetSignIns(require);
  // Strapi's ESM entry does not load (lodash/fp).
  const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
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
      for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
      Object.assign(process.env, before);
      await remove();
    },
  };
};
