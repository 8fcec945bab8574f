import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors as strapiErrors } from '@strapi/utils';
import isEqual from 'lodash/isEqual';
import type { SeedReport } from '../../../shared/contracts';
import { EDITION, INDEX, INDICATOR, PLUGIN } from '../constants';
import { ENGINE_VERSION } from '../core/engine-version';
import { getService } from '../get-service';
import { writeObservations } from '../store/observations';
import { type FileError, readJson } from './read-json';
import { readObservations } from './read-observations';
import { indexFile, indicatorsFile, sourceFile } from './schemas';

type Counts = { created: number; updated: number; unchanged: number };
type Loaded = { kind: 'loaded'; counts: Counts } | { kind: 'refused'; errors: FileError[] };
type Uid = typeof INDICATOR | typeof INDEX;
type Remembered = Record<string, { hash: string; entries: number }>;

const refused = (errors: FileError[]): Loaded => ({ kind: 'refused', errors });

/** Strapi's documentIds have 24 letters and digits; this one follows from the entry's own code. */
const documentIdOf = (uid: string, key: string): string =>
  createHash('sha256').update(`${uid} ${key}`).digest('hex').slice(0, 24);

/** Creates or updates entries by their code; what the file leaves out stays as it is. */
const writeEntries = async (
  strapi: Core.Strapi,
  uid: Uid,
  entries: (Record<string, unknown> & { code: string })[],
): Promise<Counts> => {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const data of entries) {
    const known: (Record<string, unknown> & { documentId: string }) | null = await strapi.db
      .query(uid)
      .findOne({ where: { code: data.code } });
    if (!known) {
      const documentId = documentIdOf(uid, data.code);
      await strapi.documents(uid).create({ data: { documentId, ...data } });
      counts.created++;
    } else if (Object.entries(data).every(([key, value]) => isEqual(known[key], value))) {
      counts.unchanged++;
    } else {
      // Types of plugins' content types are not generated: theirs has no attribute in common.
      const changes: object = data;
      await strapi.documents(uid).update({ documentId: known.documentId, data: changes });
      counts.updated++;
    }
  }
  return counts;
};

const loadIndicators = async (strapi: Core.Strapi, text: string): Promise<Loaded> => {
  const file = readJson(text, indicatorsFile);
  if (file.kind === 'refused') return file;
  const counts = await strapi.db.transaction(() => writeEntries(strapi, INDICATOR, file.value));
  return { kind: 'loaded', counts };
};

const loadObservations = async (
  strapi: Core.Strapi,
  { text, source }: { text: string; source: string | undefined },
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
  const counts = await strapi.db.transaction(() =>
    writeObservations(strapi, { vintage, observations: file.value }),
  );
  return { kind: 'loaded', counts };
};

const loadIndex = async (strapi: Core.Strapi, text: string): Promise<Loaded> => {
  const file = readJson(text, indexFile);
  if (file.kind === 'refused') return file;
  const { editions, ...index } = file.value;
  // Index and editions together or not at all: a refused file has loaded nothing.
  const write = async (): Promise<Counts> => {
    const counts = await writeEntries(strapi, INDEX, [index]);
    for (const { year, nutsVersion, published } of editions) {
      const computed = await getService(strapi, 'editions').compute({
        index: index.code,
        year,
        nutsVersion: nutsVersion ?? null,
        publish: published,
      });
      counts[computed.kind]++;
    }
    return counts;
  };
  try {
    return { kind: 'loaded', counts: await strapi.db.transaction(write) };
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

const isBeside = (file: string): boolean => /^README\.md$|\.source\.json$|^\./.test(file);

/**
 * Loads a folder of seeds: `indicators*.json`, `observations*.csv` (each with a `.source.json`)
 * and `index-*.json`, whose editions are computed when recipe or figures are new. Idempotent; a
 * file with an error is refused by name and line and loads nothing. When no file has changed
 * since the last load, the database is asked for nothing but whether it still has them.
 */
export const loadSeeds = async (strapi: Core.Strapi, directory: string): Promise<SeedReport> => {
  const names = (await readdir(directory)).sort();
  const texts = new Map<string, string>();
  for (const name of names) {
    if (!name.startsWith('.')) texts.set(name, await readFile(path.join(directory, name), 'utf8'));
  }
  const store = strapi.store({ type: 'plugin', name: PLUGIN });
  const remembered = ((await store.get({ key: 'seeds' })) ?? {}) as Remembered;
  const present =
    (await strapi.db.query(EDITION).count({ where: { frozenAt: { $notNull: true } } })) > 0;
  const files: SeedReport['files'] = [];
  const next: Remembered = {};
  // An index depends on all figures before it, so one changed file sets off those behind it.
  let changed = !present;
  for (const { name: pattern, kind } of KINDS) {
    for (const file of names.filter((name) => pattern.test(name) && !isBeside(name))) {
      const text = texts.get(file) ?? '';
      const source = texts.get(file.replace(/\.csv$/, '.source.json'));
      const hash = createHash('sha256')
        .update(JSON.stringify([ENGINE_VERSION, text, kind === 'observations' ? source : null]))
        .digest('hex');
      const before = remembered[file];
      if (!changed && before?.hash === hash) {
        files.push({ file, created: 0, updated: 0, unchanged: before.entries, errors: [] });
        next[file] = before;
        continue;
      }
      changed = true;
      const loaded =
        kind === 'indicators'
          ? await loadIndicators(strapi, text)
          : kind === 'observations'
            ? await loadObservations(strapi, { text, source })
            : await loadIndex(strapi, text);
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
  await store.set({ key: 'seeds', value: next });
  return { files };
};
