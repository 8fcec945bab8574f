import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { searchTypes } from '../../config/search-types';
import { loadSeeds } from '../../src/seed/load-seeds';
import { projectRoot } from '../support/compile';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let engine: TestMeilisearch;
let server: TestStrapi;
let tools: SearchTools;

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

beforeAll(async () => {
  engine = await startMeilisearch();
  server = await bootStrapi({ meilisearch: engine });
  tools = searchTools(server);
  await loadSeeds({ strapi: server.strapi, directory: path.join(projectRoot, 'database/seeds') });
  await tools.drained();
});

afterAll(async () => {
  await server?.stop();
  await engine?.stop();
});

/** How many entries of a type the public may read, by a count in SQL. */
const published = async (uid: string): Promise<number> => {
  const { tableName, attributes } = server.strapi.db.metadata.get(uid);
  const rows = server.strapi.db.connection(tableName).countDistinct('document_id as count');
  const model = server.strapi.contentType(uid as Parameters<typeof server.strapi.contentType>[0]);
  if (model.options?.draftAndPublish) rows.whereNotNull('published_at');
  if ('access' in attributes) rows.whereNot('access', 'members');
  if ('publicRole' in attributes) rows.where({ public_role: true, consent: true });
  const [found] = await rows;
  return Number(found?.count ?? 0);
};

it('finds every published entry of the seeds in every locale, and a comparison finds nothing to mend', async () => {
  const locales: { code: string }[] = await server.strapi.plugin('i18n').service('locales').find();
  const expected = Object.fromEntries(
    await Promise.all(
      searchTypes.map(async ({ uid, type }) => [type, await published(uid)] as const),
    ),
  );
  const present = Object.fromEntries(Object.entries(expected).filter(([, count]) => count > 0));
  expect(Object.keys(present).length).toBeGreaterThan(8);
  for (const { code } of locales) {
    const { meta } = await tools.search({ locale: code, pageSize: '1' });
    expect(meta.facets.type, code).toEqual(present);
  }
  expect((await tools.status()).queue).toEqual({ waiting: 0, oldestSeconds: null, dead: 0 });
  expect(await tools.reconcile()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
});

it('includes what lies below in a filter by territory', async () => {
  const below = await tools.search({ territory: 'NUTS-EL', type: 'territory', pageSize: '100' });
  const references = below.data.map(({ reference }) => reference);
  expect(references).toContain('NUTS-EL43');
  expect(references).toContain('NUTS-EL');
});

it.each([
  ['study', 'el', 'μικρούς δήμους', 'STUDY-2026-0001'],
  ['study', 'pl', 'małych gminach', 'STUDY-2026-0001'],
  ['synthesis-note', 'el', 'ψηφιακή ένταξη', 'NOTE-2026-0003'],
  ['synthesis-note', 'pl', 'szerokopasmowy', 'NOTE-2026-0002'],
  ['regional-analysis', 'pl', 'Małopolska', 'ANALYSIS-2014-0002'],
  ['funding-call', 'el', 'Μαλοπόλσκα', 'CALL-2019-0001'],
  ['funding-call', 'pl', 'Elektroniczna administracja', 'CALL-2019-0001'],
  ['obligation', 'pl', 'anonimizacja', 'OBLIGATION-ANONYMISE'],
])('finds a %s in %s by its own words: %s', async (type, locale, q, reference) => {
  const { data } = await tools.search({ type, locale, q });
  expect(data[0]).toMatchObject({ reference, locale });
});

it.each([
  'studies',
  'synthesis-notes',
  'regional-analyses',
  'seminars',
  'sessions',
  'funding-calls',
  'project-ideas',
  'datasets',
  'obligations',
  'practices',
  'guide-chapters',
])('answers %s in each language, and says which are samples', async (type) => {
  for (const locale of ['fr', 'el', 'pt', 'es', 'pl', 'en']) {
    const response = await fetch(`${server.url}/api/${type}?locale=${locale}`);
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as { data: Record<string, unknown>[] };
    expect(data.length).toBeGreaterThan(0);
    for (const { reference, isSample, title, locale: answered } of data) {
      expect({ answered, isSample, title }).toEqual({
        answered: locale,
        isSample: String(reference).includes('-SAMPLE-'),
        title: expect.any(String),
      });
    }
  }
});
