import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Ask, signInAs } from '../support/admin';
import { engineClient } from '../support/engine-client';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM, THEME } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';

// One test for each row of the table in the plugin's README.
const RIGHT = { missing: 0, stale: 0, ghosts: 0 };

let engine: TestMeilisearch;
let server: TestStrapi;
let tools: SearchTools;
let admin: Ask;

const { ask, done } = engineClient(() => engine);

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

beforeAll(async () => {
  engine = await startMeilisearch();
  server = await bootStrapi({ meilisearch: engine, env: { SEARCH_RATE_PER_MINUTE: '0' } });
  tools = searchTools(server);
  admin = await signInAs(server, 'strapi-super-admin');
  await tools.drained();
});

afterAll(async () => {
  await server?.stop();
  await engine?.stop();
});

const everywhere = async () => (await tools.status()).locales.length;
const knex = () => server.strapi.db.connection;
const found = async (q: string) => {
  await tools.drained();
  return (await tools.titles({ q: `"${q}"` })).sort();
};

describe('at once', () => {
  it('the panel, one entry and many', async () => {
    const address = `/content-manager/collection-types/${TERM}`;
    const make = async (term: string) => {
      const data = { term, plainDefinition: term, originalLocale: 'fr' };
      const { body } = await admin('POST', `${address}?locale=fr`, data);
      return String(body.data?.documentId);
    };
    const act = async (action: string, body: unknown) => {
      const answer = await admin('POST', `${address}/${action}?locale=fr`, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    };
    const documentIds = [await make('Panneau un'), await make('Panneau deux')];
    expect(await found('panneau')).toEqual([]);
    await act('actions/bulkPublish', { documentIds });
    expect(await found('panneau')).toEqual(['Panneau deux', 'Panneau un']);
    await act(`${documentIds[0]}/actions/unpublish`, {});
    expect(await found('panneau')).toEqual(['Panneau deux']);
    await act(`${documentIds[0]}/actions/publish`, {
      term: 'Panneau encore',
      plainDefinition: 'x',
      originalLocale: 'fr',
    });
    expect(await found('panneau')).toEqual(['Panneau deux', 'Panneau encore']);
    await act('actions/bulkUnpublish', { documentIds: documentIds.slice(1) });
    expect(await found('panneau')).toEqual(['Panneau encore']);
    await act('actions/bulkDelete', { documentIds });
    expect(await found('panneau')).toEqual([]);
  });

  it('what a save writes to sibling locales', async () => {
    const documentId = await tools.publishTerm({ term: 'Fratrie' });
    await tools.publishTerm({ term: 'Siblings', locale: 'en', documentId });
    await tools.drained();
    expect(await tools.titles({ q: 'siblings', locale: 'en' })).toEqual(['Siblings']);
    await tools.publishTerm({ documentId, term: 'Fratrie', access: 'members' });
    await tools.drained();
    expect(await tools.titles({ q: 'siblings', locale: 'en' })).toEqual([]);
  });

  it('the deletion of a locale', async () => {
    const locales = server.strapi.plugin('i18n').service('locales');
    const added = await locales.create({ code: 'de', name: 'Deutsch' });
    const documentId = await tools.publishTerm({ term: 'Mairie' });
    await tools.publishTerm({ term: 'Rathaus', locale: 'de', documentId });
    await tools.drained();
    expect(await tools.titles({ q: 'rathaus', locale: '*' })).toEqual(['Rathaus']);
    await locales.delete({ id: added.id });
    await tools.drained();
    expect(await tools.titles({ q: 'rathaus', locale: '*' })).toEqual([]);
    expect(await tools.titles({ q: 'mairie', locale: '*' })).toEqual(['Mairie']);
    expect(await tools.reconcile()).toEqual(RIGHT);
  });
});

type Engine = { transfer: () => Promise<unknown> };
type Provide = (options: Record<string, unknown>) => unknown;
/** What Strapi's export, import and transfer commands are made of, and its work at start. */
const strapiParts = () => {
  const require = createRequire(import.meta.url);
  const home = path.dirname(require.resolve('@strapi/strapi/package.json'));
  const within = createRequire(path.join(home, 'package.json'));
  const core = path.dirname(within.resolve('@strapi/core/package.json'));
  const { engine: engines, file, strapi } = within('@strapi/data-transfer');
  return {
    createEngine: engines.createTransferEngine as (
      source: unknown,
      destination: unknown,
      options: Record<string, unknown>,
    ) => Engine,
    toFile: file.providers.createLocalFileDestinationProvider as Provide,
    fromFile: file.providers.createLocalFileSourceProvider as Provide,
    fromStrapi: strapi.providers.createLocalStrapiSourceProvider as Provide,
    toStrapi: strapi.providers.createLocalStrapiDestinationProvider as Provide,
    filtering: within(path.join(home, 'dist/src/cli/utils/data-transfer.js'))
      .buildTransferTransforms as (options: unknown) => unknown,
    restoring: within(path.join(home, 'dist/src/cli/utils/data-transfer.js'))
      .parseRestoreFromOptions as (options: unknown, strapi: unknown) => unknown,
    draftAndPublish: within(path.join(core, 'dist/migrations/draft-publish.js')) as Record<
      'enable' | 'disable',
      (input: { oldContentTypes: unknown; contentTypes: unknown }) => Promise<void>
    >,
  };
};

describe('draft and publish', () => {
  it('turned off and on again: search has what was published before and after', async () => {
    const { strapi } = server;
    const { draftAndPublish } = strapiParts();
    const documentId = await tools.publishTerm({ term: 'Bascule' });
    const data = { term: 'Bascule plus tard', plainDefinition: 'x', originalLocale: 'fr' };
    await tools.documentsOf(TERM).update({ documentId, locale: 'fr', data });
    await tools
      .documentsOf(TERM)
      .create({ locale: 'fr', data: { ...data, term: 'Bascule jamais' } });
    expect(await found('bascule')).toEqual(['Bascule']);
    const type = strapi.contentType(TERM as never) as { options: { draftAndPublish: boolean } };
    const off = { [TERM]: { ...type, options: { ...type.options, draftAndPublish: false } } };
    const on = { [TERM]: { ...type, options: { ...type.options, draftAndPublish: true } } };
    const rows = () => strapi.db.query(TERM).count({ where: { term: { $startsWith: 'Bascule' } } });
    expect(await rows()).toBe(3);
    await draftAndPublish.disable({ oldContentTypes: on, contentTypes: off });
    type.options.draftAndPublish = false;
    try {
      expect(await rows()).toBe(1);
      expect(await tools.reconcile('light')).toEqual(RIGHT);
      expect(await tools.reconcile('full')).toEqual(RIGHT);
      expect(await found('bascule')).toEqual(['Bascule']);
    } finally {
      type.options.draftAndPublish = true;
    }
    await draftAndPublish.enable({ oldContentTypes: off, contentTypes: on });
    expect(await rows()).toBe(2);
    expect(await found('bascule')).toEqual(['Bascule']);
    expect(await tools.reconcile('full')).toEqual(RIGHT);
  });
});

describe('at the next light comparison', () => {
  it('an import, or a transfer that comes in', async () => {
    const { strapi } = server;
    const parts = strapiParts();
    const directory = mkdtempSync(path.join(tmpdir(), 'oten-export-'));
    const options = { only: ['content'], onlyContentTypes: [TERM] };
    const plain = { encryption: { enabled: false }, compression: { enabled: false } };
    const run = (source: unknown, destination: unknown) =>
      parts
        .createEngine(source, destination, {
          versionStrategy: 'ignore',
          schemaStrategy: 'ignore',
          transforms: parts.filtering(options),
          ...options,
        })
        .transfer();
    const getStrapi = () => strapi;
    try {
      const renamed = await tools.publishTerm({ term: 'Transférée une' });
      const deleted = await tools.publishTerm({ term: 'Transférée deux' });
      await run(
        parts.fromStrapi({ getStrapi, autoDestroy: false }),
        parts.toFile({ ...plain, file: { path: path.join(directory, 'export') } }),
      );
      await tools.publishTerm({ documentId: renamed, term: 'Transférée autrement' });
      await tools.documentsOf(TERM).delete({ documentId: deleted, locale: '*' });
      await tools.publishTerm({ term: 'Transférée après' });
      expect(await found('transférée')).toEqual(['Transférée après', 'Transférée autrement']);
      await run(
        parts.fromFile({ ...plain, file: { path: path.join(directory, 'export.tar') } }),
        parts.toStrapi({
          getStrapi,
          autoDestroy: false,
          strategy: 'restore',
          restore: parts.restoring(options, strapi),
        }),
      );
      // It runs without lifecycles, and past the Document Service.
      expect(await found('transférée')).toEqual(['Transférée après', 'Transférée autrement']);
      const { missing, stale, ghosts } = await tools.reconcile('light');
      expect(Math.min(missing, stale, ghosts)).toBeGreaterThan(0);
      expect(await found('transférée')).toEqual(['Transférée deux', 'Transférée une']);
      expect(await tools.reconcile('full')).toEqual(RIGHT);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it('what is written without lifecycles, as imports do', async () => {
    const { db } = server.strapi;
    db.lifecycles.disable();
    try {
      await db.query(TERM).create({
        data: {
          documentId: 'imported',
          term: 'Importée',
          slug: 'importee',
          locale: 'fr',
          originalLocale: 'fr',
          access: 'public',
          publishedAt: new Date(),
        },
      });
    } finally {
      db.lifecycles.enable();
    }
    expect(await found('importée')).toEqual([]);
    expect(await tools.reconcile('light')).toEqual({ ...RIGHT, missing: await everywhere() });
    expect(await found('importée')).toEqual(['Importée']);
  });

  it('raw SQL that writes the time of change, and rows that are gone', async () => {
    const documentId = await tools.publishTerm({ term: 'Crue' });
    await tools.drained();
    const rows = () => knex()('glossary_terms').where({ document_id: documentId });
    await rows().update({ term: 'Cuite', updated_at: new Date(Date.now() + 1_000) });
    expect(await tools.reconcile('light')).toEqual({ ...RIGHT, stale: await everywhere() });
    expect(await found('cuite')).toEqual(['Cuite']);
    await rows().delete();
    // Of one entry: once it is marked, its other documents wait for the worker.
    expect((await tools.reconcile('light')).ghosts).toBeGreaterThan(0);
    expect(await found('cuite')).toEqual([]);
  });

  it('an index that was emptied', async () => {
    await tools.publishTerm({ term: 'Vidée' });
    await tools.drained();
    await done(await ask('/indexes/test_fr/documents', { method: 'DELETE' }));
    expect((await tools.reconcile('light')).missing).toBeGreaterThan(0);
    expect(await found('vidée')).toEqual(['Vidée']);
    expect(await tools.reconcile('light')).toEqual(RIGHT);
  });
});

describe('at the next full comparison', () => {
  it('a link that raw SQL took away', async () => {
    const data = { reference: 'THEME-RAW', name: 'Robinet', nameFr: 'Robinet' };
    const theme = await tools.documentsOf(THEME).create({ data });
    await tools.publishWatchItem({ title: 'Liée', themes: [theme.documentId] });
    await tools.drained();
    expect(await tools.titles({ q: 'robinet', type: 'watch-item' })).toEqual(['Liée']);
    await knex()('watch_items_themes_lnk').delete();
    expect(await tools.reconcile('light')).toEqual(RIGHT);
    expect(await tools.reconcile('full')).toEqual({ ...RIGHT, stale: await everywhere() });
    await tools.drained();
    expect(await tools.titles({ q: 'robinet', type: 'watch-item' })).toEqual([]);
  });

  it('a changed declaration', async () => {
    await tools.publishTerm({ term: 'Déclarée' });
    await tools.drained();
    type Declared = { uid: string; project: (input: unknown) => { title: string } | null };
    const types = server.strapi.config.get<Declared[]>('plugin::search.types');
    const type = types.find(({ uid }) => uid === TERM);
    if (!type) throw new Error('The type is not declared');
    const { project } = type;
    type.project = (input) => {
      const projection = project(input);
      return projection && { ...projection, title: `${projection.title} autrement` };
    };
    try {
      expect((await tools.reconcile('full')).stale).toBeGreaterThanOrEqual(await everywhere());
      expect(await found('déclarée autrement')).toEqual(['Déclarée autrement']);
    } finally {
      type.project = project;
    }
  });
});
