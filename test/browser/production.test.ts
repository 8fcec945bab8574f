import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../support/compile';
import { freePort } from '../support/free-port';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { createDatabase, startPostgres } from '../support/postgres';
import { waitFor } from '../support/wait-for';

const secret = () => randomBytes(24).toString('hex');

let meilisearch: TestMeilisearch;
let postgres: { url: string; stop: () => Promise<void> };
let server: ChildProcess | undefined;

beforeAll(async () => {
  const given = process.env.TEST_DATABASE_URL;
  postgres = given ? { url: given, stop: async () => undefined } : await startPostgres();
  meilisearch = await startMeilisearch();
});

afterAll(async () => {
  if (server && server.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  await meilisearch.stop();
  await postgres.stop();
});

const start = (env: Record<string, string>) => {
  const child = spawn(
    process.execPath,
    [path.join(projectRoot, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return { child, output: () => text };
};

test('a start in production without its secrets is refused with the list of what is missing', async () => {
  const { child, output } = start({ APP_KEYS: 'a,b', DATABASE_CLIENT: 'postgres' });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(output()).toContain(
    'no default: ADMIN_JWT_SECRET, API_TOKEN_SALT, TRANSFER_TOKEN_SALT, ENCRYPTION_KEY, JWT_SECRET, MEILI_HOST, MEILI_MASTER_KEY, DATABASE_PASSWORD.',
  );
});

test('the same code runs in production on PostgreSQL and a Meilisearch of its own', async () => {
  const database = await createDatabase({
    url: postgres.url,
    name: `production_${randomBytes(6).toString('hex')}`,
  });
  const { hostname, port: databasePort, username, password, pathname } = new URL(database.url);
  const port = await freePort();
  const { child, output } = start({
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    JWT_SECRET: secret(),
    PORT: String(port),
    DATABASE_CLIENT: 'postgres',
    DATABASE_HOST: hostname,
    DATABASE_PORT: databasePort || '5432',
    DATABASE_NAME: pathname.slice(1),
    DATABASE_USERNAME: username,
    DATABASE_PASSWORD: password,
    MEILI_HOST: meilisearch.host,
    MEILI_MASTER_KEY: meilisearch.apiKey,
  });
  server = child;
  const url = `http://127.0.0.1:${port}`;
  await waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(output());
      return (await fetch(`${url}/_health`).catch(() => undefined))?.status === 204;
    },
    { timeoutMs: 90_000 },
  );
  expect(await (await fetch(`${url}/api/initiatives?locale=fr`)).json()).toMatchObject({
    data: [],
    meta: { pagination: { total: 0 } },
  });
  await waitFor(async () => (await fetch(`${url}/api/search?q=x&locale=el`)).status === 200);
  expect((await fetch(`${url}/admin`)).status).toBe(200);
  // What would let a stranger in or write to the outside is off.
  const register = await fetch(`${url}/api/auth/local/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'someone', email: 'someone@example.org', password: secret() }),
  });
  expect([403, 404, 405]).toContain(register.status);
});
