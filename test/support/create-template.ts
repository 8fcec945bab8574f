import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { environment } from './environment';
import { makeScratchFolder } from './scratch-folder';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database as the first start leaves it: a SQLite file, or the name of a PostgreSQL database. */
    templateDatabase: string;
  }
}

/**
 * Boots the application once on an empty database, for test files to start from copies of it:
 * a boot that must create every table takes three times as long.
 * @param databaseUrl an empty PostgreSQL database; without one a SQLite file is made in `directory`
 */
export const createTemplate = async (
  databaseUrl?: string,
): Promise<{ directory: string; remove: () => void }> => {
  const directory = makeScratchFolder('template');
  await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'first-boot.js')], {
    env: { ...process.env, ...environment({ directory, port: 0, databaseUrl }) },
  });
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
};
