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
