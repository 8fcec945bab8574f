import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckOutcome, RebuildOutcome } from '../../src/plugins/search/shared/contracts';
import { type Ask, signInAs } from '../support/admin';
import { projectRoot } from '../support/compile';
import { engineClient } from '../support/engine-client';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

type Started<Outcome> =
  | { state: 'busy' }
  | {
      state: 'begun';
      ended: Promise<
        | { state: 'done'; outcome: Outcome }
        | { state: 'failed'; error: string }
        | { state: 'cancelled' }
      >;
    };

/** Enough that a rebuild takes several pages of each kind. */
const MANY = 250;

let engine: TestMeilisearch;
let proxy: FaultProxy;
let server: TestStrapi;
let tools: SearchTools;
let admin: Ask;

const { ask, done, put } = engineClient(() => engine);

const temporaries = async () =>
  ((await ask('/indexes?limit=1000')).results as { uid: string }[])
    .map(({ uid }) => uid)
    .filter((uid) => uid.includes('__rebuild_'));

const service = (name: string): unknown => server.strapi.plugin('search').service(name);
const rebuilder = () =>
  service('rebuild') as {
    begin: (input?: { targets: string[] }) => Promise<Started<RebuildOutcome>>;
    removeLeftovers: () => Promise<void>;
  };
const reconciler = () =>
  service('reconciler') as {
    check: () => Promise<Started<CheckOutcome>>;
    repair: () => Promise<Started<CheckOutcome>>;
  };

const ended = async <Outcome>(start: Promise<Started<Outcome>>) => {
  const started = await start;
  return started.state === 'busy' ? started : started.ended;
};

const outcomeOf = async <Outcome>(start: Promise<Started<Outcome>>): Promise<Outcome> => {
  const result = await ended(start);
  if (result.state !== 'done') throw new Error(JSON.stringify(result));
  return result.outcome;
};

const RIGHT = { missing: 0, stale: 0, ghosts: 0 };

/** What an index has in all, past any query. */
const hashes = async (index: string): Promise<Map<string, string>> => {
  const page = await ask(`/indexes/${index}/documents?limit=10000&fields=id,hash`);
  const results = page.results as { id: string; hash?: string }[];
  return new Map(results.map(({ id, hash = '' }) => [id, hash]));
};

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

beforeAll(async () => {
  engine = await startMeilisearch();
  proxy = await startFaultProxy(engine.host);
  server = await bootStrapi({
    meilisearch: { host: proxy.host, apiKey: engine.apiKey },
    env: { MEILI_TIMEOUT_MS: '5000', SEARCH_RATE_PER_MINUTE: '0' },
  });
  tools = searchTools(server);
  admin = await signInAs(server, 'strapi-super-admin');
  await server.strapi.db.query(TERM).createMany({
    data: Array.from({ length: MANY }, (_, number) => ({
      documentId: `many${number}`,
      term: `Nombreux ${number}`,
      slug: `nombreux-${number}`,
      plainDefinition: 'Un parmi beaucoup.',
      locale: 'fr',
      originalLocale: 'fr',
      access: 'public',
      publishedAt: new Date(),
    })),
  });
});

beforeEach(async () => {
  proxy.set('none');
  proxy.rewrite(undefined);
  await tools.drained();
});

afterAll(async () => {
  await server?.stop();
  await proxy?.stop();
  await engine?.stop();
});

describe('a rebuild', () => {
  it('shows searchers no gap, no dip and no step back, and loses no edit made meanwhile', async () => {
    await put([
      { id: 'foreign-1', title: 'Étrangère' },
      { id: 7, title: 'Numérotée' },
    ]);
    const documentId = await tools.publishTerm({ term: 'Révisée 0' });
    const doomed = await tools.publishTerm({ term: 'Condamnée' });
    await tools.drained();
    let isOver = false;
    let edition = 0;
    const edit = async () => {
      while (!isOver && edition < 30) {
        edition += 1;
        await tools.publishTerm({ documentId, term: `Révisée ${edition}` });
        await tools.publishTerm({ term: `Nouveauté ${edition}` });
        // As a request would: SQLite gives no turn by itself.
        await turn();
      }
    };
    const seen: number[] = [];
    const totals: number[] = [];
    const search = async () => {
      while (!isOver) {
        const revised = await tools.titles({ q: '"révisée"' });
        seen.push(Number(revised[0]?.split(' ')[1] ?? Number.NaN));
        totals.push((await tools.search({ q: '"nombreux"' })).meta.pagination.total);
      }
    };
    const busy = Promise.all([edit(), search()]);
    const rebuilt = await ended(rebuilder().begin());
    await tools.documentsOf(TERM).delete({ documentId: doomed, locale: '*' });
    isOver = true;
    await busy;
    expect(rebuilt).toMatchObject({ state: 'done', outcome: { refusedCount: 0 } });
    expect(edition).toBeGreaterThan(2);
    expect(new Set(totals)).toEqual(new Set([MANY]));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    await tools.drained();
    expect(await tools.titles({ q: '"révisée"' })).toEqual([`Révisée ${edition}`]);
    expect(await tools.titles({ q: 'condamnée' })).toEqual([]);
    expect(await tools.reconcile()).toEqual(RIGHT);
    expect(await temporaries()).toEqual([]);
    // What was not ours is there as it was.
    expect(await ask('/indexes/test_fr/documents/foreign-1')).toEqual({
      id: 'foreign-1',
      title: 'Étrangère',
    });
    expect((await ask('/indexes/test_fr/documents/7')).title).toBe('Numérotée');
    expect(await server.strapi.db.connection('search_marks')).toEqual([]);
  });

  it('is refused while another process is at it, and that one leaves nothing when it is killed', async () => {
    const before = await hashes('test_fr');
    const faults = proxy.faults();
    proxy.set('stall', ({ url }) => /__rebuild_.*\/documents/.test(url));
    const command = spawn(
      process.execPath,
      [join(projectRoot, 'dist/src/commands/search.js'), 'rebuild', '--locale', 'fr'],
      { cwd: projectRoot, env: process.env, stdio: 'ignore' },
    );
    const gone = once(command, 'exit');
    await waitFor(() => proxy.faults() > faults, { timeoutMs: 120_000 });
    expect((await temporaries()).length).toBe(1);
    expect(await ended(rebuilder().begin())).toMatchObject({ state: 'busy' });
    expect((await admin('POST', '/search/rebuild')).status).toBe(409);
    // Edits are delivered while the other process has it in hand, and kept for it.
    await tools.publishTerm({ term: 'Entretemps' });
    await tools.drained();
    expect(await tools.titles({ q: 'entretemps' })).toEqual(['Entretemps']);
    expect(await server.strapi.db.connection('search_marks').select('uid')).toEqual([
      { uid: TERM },
    ]);
    command.kill('SIGKILL');
    await gone;
    proxy.set('none');
    expect(await ended(rebuilder().begin())).toMatchObject({ state: 'busy' });
    // A minute later.
    await server.strapi.db.connection('search_jobs').update({ locked_until: 1 });
    const jobs = (await admin('GET', '/search/jobs')).body.data as unknown as { kind: string }[];
    expect(jobs.find(({ kind }) => kind === 'rebuild')).toMatchObject({ state: 'failed' });
    await rebuilder().removeLeftovers();
    expect(await temporaries()).toEqual([]);
    expect(await server.strapi.db.connection('search_marks')).toEqual([]);
    const after = await hashes('test_fr');
    for (const [id, hash] of before) expect(after.get(id)).toBe(hash);
    expect(await outcomeOf(rebuilder().begin({ targets: ['fr'] }))).toMatchObject({
      refusedCount: 0,
      indexes: [{ target: 'fr' }],
    });
    expect(await tools.reconcile()).toEqual(RIGHT);
  });

  it('gives its new indexes the synonyms that were saved meanwhile', async () => {
    const faults = proxy.faults();
    proxy.set('stall', ({ url }) => /__rebuild_.*\/documents/.test(url));
    const rebuilt = rebuilder().begin({ targets: ['fr'] });
    await waitFor(() => proxy.faults() > faults);
    const data = { words: 'Foisonnants, nombreux', language: 'fr' };
    await server.strapi.db.query('plugin::search.synonym').create({ data });
    proxy.set('none');
    await outcomeOf(rebuilt);
    const { synonyms } = await ask('/indexes/test_fr/settings');
    expect(synonyms).toEqual({ foisonnants: ['nombreux'], nombreux: ['foisonnants'] });
  });

  it('leaves search as it was when a setting is bad, and when it is cancelled', async () => {
    const before = await hashes('test_fr');
    proxy.rewrite((body) => body.replace(/"stopWords":\[/, '"stopWords":[["nested"],'));
    const failed = await ended(rebuilder().begin());
    expect(failed).toMatchObject({ state: 'failed', error: expect.stringContaining('stopWords') });
    proxy.rewrite(undefined);
    expect(await temporaries()).toEqual([]);
    const faults = proxy.faults();
    proxy.set('stall', ({ url }) => /__rebuild_.*\/documents/.test(url));
    expect((await admin('POST', '/search/rebuild', { locales: ['fr'] })).status).toBe(202);
    await waitFor(() => proxy.faults() > faults);
    expect((await admin('POST', '/search/rebuild/cancel')).status).toBe(202);
    await waitFor(async () => {
      const { body } = await admin('GET', '/search/jobs');
      const jobs = body.data as unknown as { kind: string; state: string }[];
      return jobs.some(({ kind, state }) => kind === 'rebuild' && state === 'cancelled');
    });
    proxy.set('none');
    expect(await temporaries()).toEqual([]);
    expect(await hashes('test_fr')).toEqual(before);
  });

  it('keeps what search has of an entry that the engine refuses, which becomes a dead letter', async () => {
    const TERRITORY = 'api::observatory.territory';
    const territories = server.strapi.db.query(TERRITORY);
    await territories.create({
      data: {
        name: 'Capricieuse',
        nameFr: 'Capricieuse',
        reference: 'NUTS-MOODY',
        level: 'island',
        latitude: 40,
        longitude: 2,
      },
    });
    await tools.drained();
    proxy.rewrite((body) => body.replace(/("title":"Lunatique".*?"lat":)40/g, '$1"forty"'));
    await territories.update({ where: { reference: 'NUTS-MOODY' }, data: { nameFr: 'Lunatique' } });
    const { refused } = await outcomeOf(rebuilder().begin({ targets: ['fr'] }));
    expect(refused).toMatchObject([{ uid: TERRITORY, error: expect.stringContaining('latitude') }]);
    expect(await tools.titles({ q: 'capricieuse' })).toEqual(['Capricieuse']);
    expect((await tools.search({ q: '"nombreux"' })).meta.pagination.total).toBe(MANY);
    proxy.rewrite(undefined);
    await tools.retry();
    await tools.drained();
    expect((await tools.status()).queue.dead).toBe(0);
  });

  it('begins by itself when settings changed that need it, and not for those that do not', async () => {
    const change = async (settings: unknown) =>
      done(
        await ask('/indexes/test_fr/settings', { method: 'PATCH', body: JSON.stringify(settings) }),
      );
    const runs = async () => {
      const [row] = await server.strapi.db
        .connection('search_jobs')
        .where({ kind: 'rebuild' })
        .select('run_id');
      return row.run_id;
    };
    const first = await runs();
    await change({ pagination: { maxTotalHits: 10 } });
    expect(await tools.reconcile('light')).toEqual(RIGHT);
    expect((await ask('/indexes/test_fr/settings')).pagination).toEqual({
      maxTotalHits: 1_000_000,
    });
    expect(await runs()).toBe(first);
    await change({ stopWords: ['nombreux'] });
    expect(await tools.reconcile('light')).toEqual(RIGHT);
    await waitFor(async () => (await tools.search({ q: '"nombreux"' })).meta.pagination.total > 0);
    await waitFor(async () => (await temporaries()).length === 0);
    expect(await runs()).not.toBe(first);
    expect((await tools.search({ q: '"nombreux"' })).meta.pagination.total).toBe(MANY);
  });
});

describe('check and repair', () => {
  it('tell what is missing, stale and a ghost without writing, and mend exactly that', async () => {
    const stale = await tools.publishTerm({ term: 'Avantlefait' });
    await tools.drained();
    const { locales } = await tools.status();
    await server.strapi.db
      .connection('glossary_terms')
      .where({ document_id: stale })
      .update({ term: 'Aprèslefait' });
    await done(await ask('/indexes/test_fr/documents/e_glossary-term_many7', { method: 'DELETE' }));
    const ghost = { type: 'glossary-term', documentId: 'nobody', title: 'Spectre' };
    await put([
      { id: 'e_glossary-term_nobody', ...ghost },
      { id: 'e_gone_old', type: 'gone', documentId: 'old', title: 'Orpheline' },
    ]);
    const before = await hashes('test_fr');
    const tasks = (await ask('/tasks?limit=1')).total;
    const found = await outcomeOf(reconciler().check());
    expect(found.indexes.find(({ target }) => target === 'fr')).toMatchObject({
      missing: 1,
      stale: 1,
      ghosts: 2,
    });
    expect(found.indexes.find(({ target }) => target === 'el')).toMatchObject({
      missing: 0,
      stale: 1,
      ghosts: 0,
    });
    expect(found.examples).toContainEqual({
      target: 'fr',
      id: 'e_glossary-term_many7',
      kind: 'missing',
    });
    expect((await ask('/tasks?limit=1')).total).toBe(tasks);
    expect(await server.strapi.db.connection('search_marks')).toEqual([]);
    expect(await hashes('test_fr')).toEqual(before);

    expect(await outcomeOf(reconciler().repair())).toMatchObject({ waiting: 0 });
    await tools.drained();
    const mended = await hashes('test_fr');
    expect(mended.has('e_glossary-term_many7')).toBe(true);
    expect(mended.has('e_glossary-term_nobody')).toBe(false);
    expect(mended.has('e_gone_old')).toBe(false);
    expect(mended.has('foreign-1')).toBe(true);
    expect(await tools.titles({ q: 'aprèslefait' })).toEqual(['Aprèslefait']);
    // One task puts the missing and the stale document, two take out a ghost each; elsewhere the stale one alone.
    const { results } = (await ask('/tasks?limit=100')) as {
      results: { type: string; details: { receivedDocuments?: number } }[];
    };
    const sent = results
      .slice(0, Number((await ask('/tasks?limit=1')).total) - Number(tasks))
      .reduce((sum, { details }) => sum + (details.receivedDocuments ?? 0), 0);
    expect(sent).toBe(locales.length + 1);
    expect(await tools.reconcile()).toEqual(RIGHT);
  });

  it('do not count what waits to be delivered', async () => {
    proxy.set('stall', ({ method, url }) => method === 'POST' && url.includes('/documents?'));
    await tools.publishTerm({ term: 'Attendue' });
    const found = await outcomeOf(reconciler().check());
    expect(found.waiting).toBe(1);
    expect(found.examples).toEqual([]);
  });
});

describe('rights', () => {
  it.each<[string, string[]]>([
    [
      'status.read',
      ['status', 'summary', 'jobs', 'dead-letters', 'preview'].map((name) => `GET /search/${name}`),
    ],
    [
      'operate',
      [
        'POST /search/retry',
        'POST /search/check',
        'POST /search/repair',
        'POST /search/check/cancel',
        'POST /search/repair/cancel',
      ],
    ],
    ['configure', ['POST /search/rebuild', 'POST /search/rebuild/cancel']],
  ])('%s is needed, and no other right does', async (right, addresses) => {
    const roles = server.strapi.service('admin::role');
    const role = await roles.create({ name: `All but ${right}`, code: `no-${right}` });
    const others = ['status.read', 'operate', 'configure'].filter((name) => name !== right);
    await roles.assignPermissions(
      role.id,
      others.map((name) => ({ action: `plugin::search.${name}` })),
    );
    const without = await signInAs(server, role.code, `without-${role.id}`);
    for (const address of addresses) {
      const [method = '', path = ''] = address.split(' ');
      expect((await fetch(`${server.url}${path}`, { method })).status, address).toBe(401);
      expect((await without(method, path)).status, address).toBe(403);
    }
  });

  it('no answer holds a key', async () => {
    for (const address of ['/search/status', '/search/jobs']) {
      const { status, body } = await admin('GET', address);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(engine.apiKey);
    }
  });
});
