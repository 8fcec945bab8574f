import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a whole run leaves there at its fullest is far less; containers often have 64 MB. */
const ENOUGH = 4 * 1024 ** 3;

const isRoomy = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
};

/** In memory where the system has room there: databases and indexes that are thrown away wait for no disk. */
const base = isRoomy('/dev/shm') ? '/dev/shm' : tmpdir();

/** A new folder for what is thrown away after the tests. */
export const makeScratchFolder = (prefix: string): string =>
  mkdtempSync(path.join(base, `oten-${prefix}-`));
