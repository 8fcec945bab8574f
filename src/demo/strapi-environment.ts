import path from 'node:path';
import type { DemoSettings } from './settings';

/** The environment in which the demo's Strapi runs: production mode, SQLite, the embedded engine. */
export const strapiEnvironment = (settings: DemoSettings): NodeJS.ProcessEnv => {
  const { dataDirectory, secrets, accounts } = settings;
  return {
    ...process.env,
    NODE_ENV: 'production',
    OTEN_DEMO: 'true',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: dataDirectory,
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: path.join(dataDirectory, 'oten.db'),
    MEILI_HOST: `http://127.0.0.1:${settings.meilisearchPort}`,
    MEILI_MASTER_KEY: secrets.meilisearchKey,
    APP_KEYS: secrets.appKeys,
    ADMIN_JWT_SECRET: secrets.adminJwtSecret,
    API_TOKEN_SALT: secrets.apiTokenSalt,
    TRANSFER_TOKEN_SALT: secrets.transferTokenSalt,
    ENCRYPTION_KEY: secrets.encryptionKey,
    JWT_SECRET: secrets.jwtSecret,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    OTEN_DEMO_ADMIN_EMAIL: accounts.admin,
    OTEN_DEMO_ADMIN_PASSWORD: secrets.adminPassword,
    OTEN_DEMO_EDITOR_EMAIL: accounts.editor,
    OTEN_DEMO_EDITOR_PASSWORD: secrets.editorPassword,
    OTEN_DEMO_ROLES_PASSWORD: secrets.rolesPassword,
  };
};
