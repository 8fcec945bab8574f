import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { createFindModel } from './find-model';
import { findTargets, targetKey } from './find-targets';
import { loadEntry } from './load-entry';
import { loadPluginSeeds } from './load-plugin-seeds';
import { orderEntries } from './order-entries';
import { parseSeedFile } from './parse-seed-file';
import type { SeedFileReport, SeedReport } from './report';
import { createSeedMemory } from './seed-memory';
import type { SeedEntry } from './types';

export type SeedProgress = { done: number; total: number; file: string };

/** Every file under the folder, as paths with `/`, sorted. Documentation and hidden files are no seeds. */
const listFiles = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile() && !item.name.endsWith('.md') && !item.name.startsWith('.'))
    .map((item) => path.relative(directory, path.join(item.parentPath, item.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();

const localesOf = async (strapi: Core.Strapi): Promise<string[]> =>
  (await strapi.db.query('plugin::i18n.locale').findMany({ select: ['code'] })).map(
    ({ code }: { code: string }) => code,
  );

const report = (files: SeedFileReport[]): SeedReport => {
  const counts = { created: 0, updated: 0, unchanged: 0, kept: 0, refused: 0, rows: 0 };
  for (const { outcome } of files) counts[outcome] += 1;
  return {
    files: files.sort((a, b) => (a.file < b.file ? -1 : 1)),
    counts,
    ok: counts.refused === 0,
  };
};

/**
 * Loads a folder of seed files: `<api>/<type>/<reference>.json`, and `<plugin>/` for each plugin that
 * has a service `seeds`. A file that is unchanged since it was last loaded costs a hash; an entry
 * that an editor has changed is never touched; a bad file is refused whole, with its lines, and the
 * others are loaded all the same.
 * @param directory absolute path of the folder
 * @throws what the database or the file system throws; never for what a file says
 */
export const loadSeeds = async ({
  strapi,
  directory,
  onProgress = () => undefined,
}: {
  strapi: Core.Strapi;
  directory: string;
  onProgress?: (progress: SeedProgress) => void;
}): Promise<SeedReport> => {
  const findModel = createFindModel({ strapi });
  const memory = createSeedMemory({ strapi });
  const locales = await localesOf(strapi);
  const marks = await memory.recall();
  const all = await listFiles(directory);
  const plugins = [...new Set(all.map((file) => file.split('/')[0] ?? ''))].filter(
    (folder) => strapi.plugin(folder) !== undefined,
  );
  const files = all.filter((file) => !plugins.includes(file.split('/')[0] ?? ''));

  const outcomes: SeedFileReport[] = [];
  const changed: SeedEntry[] = [];
  let done = 0;
  const settle = (outcome: SeedFileReport) => {
    outcomes.push(outcome);
    done += 1;
    onProgress({ done, total: files.length + plugins.length, file: outcome.file });
  };

  // Before the entries, which name what plugins keep: an analysis names its edition of the scores.
  for (const plugin of plugins) {
    const loaded = await loadPluginSeeds({ strapi, plugin, directory });
    outcomes.push(...loaded.slice(0, -1));
    const last = loaded.at(-1);
    if (last) settle(last);
  }

  for (const file of files) {
    const text = await readFile(path.join(directory, file), 'utf8');
    if (marks.get(file)?.hash === createHash('sha256').update(text).digest('hex')) {
      settle({ file, outcome: 'unchanged', errors: [] });
      continue;
    }
    const parsed = parseSeedFile({ file, text, findModel, locales });
    if (parsed.outcome === 'parsed') changed.push(parsed.entry);
    else settle({ file, outcome: 'refused', errors: parsed.errors });
  }

  const { ordered, circular } = orderEntries(changed);
  for (const { file, errors } of circular) settle({ file, outcome: 'refused', errors });
  const targets = await findTargets({
    strapi,
    findModel,
    wanted: ordered.flatMap(({ type, reference, needs }) => [{ type, reference }, ...needs]),
  });
  for (const entry of ordered) {
    const { outcome, target } = await loadEntry({
      strapi,
      findModel,
      memory,
      entry,
      mark: marks.get(entry.file),
      targets,
    });
    if (target) targets.set(targetKey(entry), target);
    settle(outcome);
    // SQLite answers without a turn of the event loop: requests under way would run into their time limits.
    await turn();
  }
  return report(outcomes);
};
