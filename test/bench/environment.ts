import { randomBytes } from 'node:crypto';

/** Settings of a Strapi that is measured, with secrets of its own. */
export const benchEnvironment = (directory: string): Record<string, string> => {
  const secret = () => randomBytes(24).toString('hex');
  return {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    JWT_SECRET: secret(),
    DATA_DIR: directory,
    MEILI_MASTER_KEY: secret(),
    LOG_LEVEL: 'error',
  };
};
