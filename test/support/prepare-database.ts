import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { inject } from 'vitest';
import { sqliteFile } from './environment';
import { createDatabase } from './postgres';
import { makeScratchFolder } from './scratch-folder';

export type TestDatabase = {
  database: 'sqlite' | 'postgres';
  /** A data folder; the SQLite file lies in it. */
  directory: string;
  databaseUrl: string | undefined;
  remove: () => Promise<void>;
};

/**
 * A database of its own for one test file (SQLite, or PostgreSQL where the vitest project says so), as
 * the first start leaves it.
 * @param firstStart whether it is empty instead
 */
export const prepareDatabase = async ({
  firstStart = false,
}: {
  firstStart?: boolean;
} = {}): Promise<TestDatabase> => {
  const database = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';
  const directory = makeScratchFolder('strapi');
  const template = firstStart ? undefined : inject('templateDatabase');
  const postgres =
    database === 'postgres'
      ? await createDatabase({
          url: inject('postgresUrl'),
          name: `test_${randomBytes(6).toString('hex')}`,
          template,
        })
      : undefined;
  if (!postgres && template) copyFileSync(template, sqliteFile(directory));
  return {
    database,
    directory,
    databaseUrl: postgres?.url,
    remove: async () => {
      await postgres?.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
