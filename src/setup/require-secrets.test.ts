import { expect, test } from 'vitest';
import { requireSecrets } from './require-secrets';

const complete = {
  APP_KEYS: 'a,b',
  ADMIN_JWT_SECRET: 'a',
  API_TOKEN_SALT: 'b',
  TRANSFER_TOKEN_SALT: 'c',
  ENCRYPTION_KEY: 'd',
  JWT_SECRET: 'e',
};
const production = {
  ...complete,
  NODE_ENV: 'production',
  MEILI_HOST: 'http://m',
  MEILI_MASTER_KEY: 'k',
};

test('complete settings are accepted', () => {
  expect(() => requireSecrets(complete)).not.toThrow();
  expect(() => requireSecrets(production)).not.toThrow();
});

test.each(Object.keys(complete))('%s has no default', (name) => {
  expect(() => requireSecrets({ ...complete, [name]: ' ' })).toThrow(`no default: ${name}.`);
});

test('every missing setting is named at once', () => {
  expect(() => requireSecrets({ NODE_ENV: 'production', DATABASE_CLIENT: 'postgres' })).toThrow(
    'APP_KEYS, ADMIN_JWT_SECRET, API_TOKEN_SALT, TRANSFER_TOKEN_SALT, ENCRYPTION_KEY, JWT_SECRET, MEILI_HOST, MEILI_MASTER_KEY, DATABASE_PASSWORD',
  );
});

test('the demo, which runs its own engine, needs no more than its secrets', () => {
  expect(() =>
    requireSecrets({ ...complete, NODE_ENV: 'production', OTEN_DEMO: 'true' }),
  ).not.toThrow();
});

test('a front-end that shows previews shares a secret', () => {
  expect(() => requireSecrets({ ...complete, CLIENT_URL: 'https://example.org' })).toThrow(
    'PREVIEW_SECRET',
  );
});
