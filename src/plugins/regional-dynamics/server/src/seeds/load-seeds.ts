import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors as strapiErrors } from '@strapi/utils';
import type { SeedReport } from '../../../shared/contracts';
import { EDITION, INDEX, INDICATOR, PLUGIN } from '../constants';
import { ENGINE_VERSION } from '../core/engine-version';
import { recipeSchema } from '../core/recipe';
import { getService } from '../get-service';
import { loadFigures } from '../store/load-figures';
import { type FileError, readJson } from './read-json';
import { readObservations } from './read-observations';
import { indexFile, indicatorsFile, sourceFile } from './schemas';
import { type Counts, writeEntries } from './write-entries';

type Loaded = { kind: 'loaded'; counts: Counts } | { kind: 'refused'; errors: FileError[] };
type Remembered = {
  engineVersion?: string;
  files?: Record<string, { hash: string; entries: number }>;
};

const refused = (errors: FileError[]): Loaded => ({ kind: 'refused', errors });

const loadIndicators = async (strapi: Core.Strapi, text: string): Promise<Loaded> => {
  const file = readJson(text, indicatorsFile);
  if (file.kind === 'refused') return file;
  const counts = await strapi.db.transaction(() => writeEntries(strapi, INDICATOR, file.value));
  return { kind: 'loaded', counts };
};

const loadObservations = async (
  strapi: Core.Strapi,
  { name, text, source }: { name: string; text: string; source: string | undefined },
): Promise<Loaded> => {
  if (source === undefined) return refused([{ message: 'has no .source.json file beside it' }]);
  const from = readJson(source, sourceFile);
  if (from.kind === 'refused') return from;
  const indicators: { code: string }[] = await strapi.db
    .query(INDICATOR)
    .findMany({ select: ['code'] });
  const file = readObservations(text, new Set(indicators.map(({ code }) => code)));
  if (file.kind === 'refused') return file;
  const { vintage } = from.value;
  const counts = await loadFigures(strapi, { file: name, vintage, figures: file.value });
  return { kind: 'loaded', counts };
};

const loadIndex = async (
  strapi: Core.Strapi,
  { text, isNew }: { text: string; isNew: boolean },
): Promise<Loaded> => {
  const file = readJson(text, indexFile);
  if (file.kind === 'refused') return file;
  const { editions: editionPlan, ...rest } = file.value;
  const index = { ...rest, editionPlan };
  // An index whose file stayed the same keeps the recipe an editor may have given it since.
  const known: { recipe: unknown } | null = isNew
    ? null
    : await strapi.db.query(INDEX).findOne({ where: { code: index.code }, select: ['recipe'] });
  const recipe = known ? recipeSchema.parse(known.recipe) : index.recipe;
  const save = async (): Promise<Counts> =>
    known ? { created: 0, updated: 0, unchanged: 1 } : writeEntries(strapi, INDEX, [index]);
  try {
    const { saved: counts, editions } = await getService(strapi, 'editions').computeWith(
      { code: index.code, recipe },
      editionPlan,
      save,
    );
    for (const { kind } of editions) {
      if (kind !== 'cancelled') counts[kind === 'published' ? 'updated' : kind]++;
    }
    return { kind: 'loaded', counts };
  } catch (error) {
    if (!(error instanceof strapiErrors.ValidationError)) throw error;
    return refused([{ message: error.message }]);
  }
};

/** Indicators before the figures of them, figures before the indices that score them. */
const KINDS = [
  { name: /^indicators.*\.json$/, kind: 'indicators' },
  { name: /^observations.*\.csv$/, kind: 'observations' },
  { name: /^index-.+\.json$/, kind: 'index' },
] as const;

const isBeside = (file: string): boolean => /^README\.md$|\.source\.json$/.test(file);

/**
 * Loads a folder of seeds: `indicators*.json`, `observations*.csv` (each with a `.source.json`)
 * and `index-*.json`, whose editions are computed when recipe or figures are new. Idempotent; a
 * file with an error is refused by name and line and loads nothing. When no file has changed
 * since the last load, the database is asked for nothing but whether it still has them.
 */
export const loadSeeds = async (strapi: Core.Strapi, directory: string): Promise<SeedReport> => {
  const found = await readdir(directory, { withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(path.join(directory, name), 'utf8'));
  const store = strapi.store({ type: 'plugin', name: PLUGIN });
  const remembered = ((await store.get({ key: 'seeds' })) ?? {}) as Remembered;
  const present =
    (await strapi.db.query(EDITION).count({ where: { frozenAt: { $notNull: true } } })) > 0;
  const files: SeedReport['files'] = [];
  const next: NonNullable<Remembered['files']> = {};
  // An index depends on all figures before it, so one changed file sets off those behind it.
  let changed = !present || remembered.engineVersion !== ENGINE_VERSION;
  for (const { name: pattern, kind } of KINDS) {
    for (const file of names.filter((name) => pattern.test(name) && !isBeside(name))) {
      const text = texts.get(file) ?? '';
      const source = texts.get(file.replace(/\.csv$/, '.source.json'));
      const hash = createHash('sha256')
        .update(JSON.stringify([text, kind === 'observations' ? source : null]))
        .digest('hex');
      const before = remembered.files?.[file];
      const isNew = before?.hash !== hash;
      if (before && !changed && !isNew) {
        files.push({ file, created: 0, updated: 0, unchanged: before.entries, errors: [] });
        next[file] = before;
        continue;
      }
      changed = true;
      const loaded =
        kind === 'indicators'
          ? await loadIndicators(strapi, text)
          : kind === 'observations'
            ? await loadObservations(strapi, { name: file, text, source })
            : await loadIndex(strapi, { text, isNew });
      if (loaded.kind === 'refused') {
        files.push({ file, created: 0, updated: 0, unchanged: 0, errors: loaded.errors });
        continue;
      }
      const { created, updated, unchanged } = loaded.counts;
      next[file] = { hash, entries: created + updated + unchanged };
      files.push({ file, ...loaded.counts, errors: [] });
    }
  }
  for (const file of names.filter((name) => !isBeside(name))) {
    if (KINDS.some(({ name }) => name.test(file))) continue;
    const message = 'is no indicators*.json, observations*.csv or index-*.json';
    files.push({ file, created: 0, updated: 0, unchanged: 0, errors: [{ message }] });
  }
  await store.set({ key: 'seeds', value: { engineVersion: ENGINE_VERSION, files: next } });
  return { files };
};
