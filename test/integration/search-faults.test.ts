import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimMarks } from '../../src/plugins/search/server/src/store/claim-marks';
import { databaseOf } from '../../src/plugins/search/server/src/store/database';
import {
  completeMarks,
  releaseMarks,
} from '../../src/plugins/search/server/src/store/settle-marks';
import { signInAs } from '../support/admin';
import { engineClient } from '../support/engine-client';
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM, THEME } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

const TERRITORY = 'api::observatory.territory';
const MARKS = 'search_marks';

let engine: TestMeilisearch;
let proxy: FaultProxy;
let server: TestStrapi;
let tools: SearchTools;

const { ask, done, put } = engineClient(() => engine);

/** Whether the worker has found the engine out of reach; the engine is not asked for it. */
const isOutage = () => tools.breaker() === 'open';

// A machine that does much else at once makes the engine take its time.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  engine = await startMeilisearch();
  proxy = await startFaultProxy(engine.host);
  server = await bootStrapi({
    meilisearch: { host: proxy.host, apiKey: engine.apiKey },
    env: { MEILI_TIMEOUT_MS: '2000', MEILI_SEARCH_TIMEOUT_MS: '4000' },
  });
  tools = searchTools(server);
});

beforeEach(async () => {
  proxy.set('none');
  await tools.drained();
});

afterAll(async () => {
  await server?.stop();
  await proxy?.stop();
  await engine?.stop();
});

describe('an engine that misbehaves', () => {
  it.each<[Fault, string]>([
    ['refuse', 'Refusée'],
    ['stall', 'Suspendue'],
    ['html', 'Pagehtml'],
    ['drop', 'Égarée'],
  ])('%s: edits go on as ever, none is lost and none is blamed', async (fault, term) => {
    const before = proxy.faults();
    proxy.set(fault);
    const begun = Date.now();
    await tools.publishTerm({ term });
    expect(Date.now() - begun).toBeLessThan(1_800);
    await waitFor(() => proxy.faults() > before);
    await waitFor(isOutage);
    expect(await tools.queue()).toMatchObject({ waiting: 1, dead: 0 });
    proxy.set('none');
    await tools.drained();
    expect(await tools.titles({ q: term })).toEqual([term]);
  });

  it.each<Fault>(['refuse', 'stall', 'html', 'drop'])('%s: searches are told so', async (fault) => {
    proxy.set(fault);
    const begun = Date.now();
    const { status, headers } = await fetch(`${server.url}/api/search?q=a`);
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  it('does a write twice rather than never when the answer to it is lost', async () => {
    const before = proxy.faults();
    proxy.set('drop', ({ method, url }) => method === 'POST' && url.includes('/documents?'));
    await tools.publishTerm({ term: 'Réponseperdue' });
    await waitFor(() => proxy.faults() > before);
    proxy.set('none');
    await tools.drained();
    expect(await tools.titles({ q: 'réponseperdue' })).toEqual(['Réponseperdue']);
  });

  it("brings Strapi's own validation errors as they are", async () => {
    proxy.set('stall');
    const tooLong = tools
      .documentsOf(TERM)
      .create({ locale: 'fr', data: { term: 'x'.repeat(500) } });
    await expect(tooLong).rejects.toMatchObject({ name: 'ValidationError' });
    expect((await tools.queue()).waiting).toBe(0);
  });
});

describe('settings', () => {
  it('are sent once: an engine that comes back is asked and told nothing', async () => {
    const sent = async () => (await ask('/tasks?types=settingsUpdate')).total;
    const before = await sent();
    proxy.set('html');
    await tools.publishTerm({ term: 'Réglages' });
    await waitFor(isOutage);
    proxy.set('none');
    await tools.drained();
    expect(await sent()).toBe(before);
  });
});

describe('a document that the engine refuses', () => {
  it('stands alone in a dead letter, its neighbours are found, and an edit revives it', async () => {
    // The engine takes the request and fails the task, with all its neighbours in it.
    proxy.rewrite((body) =>
      body.replace(
        /("locale":"fr",[^\n]*?"title":"Empoisonné",[^\n]*?"_geo":\{"lat":)40/g,
        '$1"forty"',
      ),
    );
    const territories = server.strapi.db.query(TERRITORY);
    const names = ['Voisinage', 'Empoisonné', 'Alentours'];
    await territories.createMany({
      data: names.map((name, index) => ({
        name,
        nameFr: name,
        reference: `NUTS-POISON-${index}`,
        level: 'island',
        latitude: 40,
        longitude: 2,
      })),
    });
    await waitFor(
      async () => {
        // A while later, so that the next try is due.
        await server.strapi.db.connection(MARKS).whereNull('dead_at').update({ due_at: 1 });
        tools.wake();
        const { waiting, dead } = await tools.queue();
        return waiting === 0 && dead === 1;
      },
      { timeoutMs: 120_000, intervalMs: 200 },
    );
    const type = 'territory';
    expect(await tools.titles({ q: 'voisinage', type })).toEqual(['Voisinage']);
    expect(await tools.titles({ q: 'alentours', type })).toEqual(['Alentours']);
    const { queue, deadLetters } = await tools.status();
    expect(queue).toMatchObject({ waiting: 0, dead: 1 });
    const poisoned = await territories.findOne({ where: { name: 'Empoisonné' } });
    expect(deadLetters).toMatchObject([{ uid: TERRITORY, documentId: poisoned.documentId }]);
    expect(deadLetters[0]?.error).toContain('latitude');
    proxy.rewrite(undefined);
    await territories.update({ where: { id: poisoned.id }, data: { latitude: 41 } });
    await tools.drained();
    expect(await tools.titles({ q: 'empoisonné', type })).toEqual(['Empoisonné']);
    expect((await tools.status()).queue.dead).toBe(0);
  });
});

describe('a mark that cannot be written', () => {
  it('fails the edit and changes nothing', async () => {
    const { connection } = server.strapi.db;
    await connection.schema.renameTable(MARKS, `${MARKS}_away`);
    try {
      const edit = tools.documentsOf(TERM).create({ locale: 'fr', data: { term: 'Sansmarque' } });
      await expect(edit).rejects.toThrow(MARKS);
      expect(await server.strapi.db.query(TERM).count({ where: { term: 'Sansmarque' } })).toBe(0);
    } finally {
      await connection.schema.renameTable(`${MARKS}_away`, MARKS);
    }
  });
});

// Only PostgreSQL looks at a constraint as late as that, and knex tells nobody.
describe.runIf(process.env.TEST_DATABASE === 'postgres')('a commit that fails', () => {
  it('fails the edit, and leaves neither it nor its mark', async () => {
    const { connection } = server.strapi.db;
    await connection.raw(`
      CREATE FUNCTION refuse_term() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'refused at commit'; END $$;
      CREATE CONSTRAINT TRIGGER refuse_term AFTER INSERT OR UPDATE ON glossary_terms
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.term = 'Tardive')
        EXECUTE FUNCTION refuse_term();
    `);
    try {
      const edit = tools.documentsOf(TERM).create({ locale: 'fr', data: { term: 'Tardive' } });
      await expect(edit).rejects.toThrow('refused at commit');
      expect(await server.strapi.db.query(TERM).count({ where: { term: 'Tardive' } })).toBe(0);
      expect(await tools.queue()).toMatchObject({ waiting: 0 });
    } finally {
      await connection.raw('DROP FUNCTION refuse_term() CASCADE');
    }
  });
});

describe('the reconciler', () => {
  it('mends what raw SQL changed, what is missing and what should not be there, and no more', async () => {
    const stale = await tools.publishTerm({ term: 'Avantsql' });
    const missing = await tools.publishTerm({ term: 'Disparue' });
    await tools.drained();
    for (const depth of ['light', 'full'] as const) {
      expect(await tools.reconcile(depth)).toEqual({ missing: 0, stale: 0, ghosts: 0 });
    }
    await server.strapi.db
      .connection('glossary_terms')
      .where({ document_id: stale })
      .update({ term: 'Aprèssql' });
    await done(
      await ask(`/indexes/test_fr/documents/e_glossary-term_${missing}`, { method: 'DELETE' }),
    );
    await put([
      {
        id: 'e_glossary-term_nobody',
        type: 'glossary-term',
        documentId: 'nobody',
        title: 'Spectre',
      },
      { id: 'e_gone_old', type: 'gone', documentId: 'old', title: 'Orpheline' },
      { id: 'foreign-1', title: 'Étrangère' },
    ]);
    // The light one reads no content: it sees all but the row whose time of change stayed.
    expect(await tools.reconcile('light')).toEqual({ missing: 1, stale: 0, ghosts: 2 });
    await tools.drained();
    const everywhere = (await tools.status()).locales.length;
    expect(await tools.reconcile('full')).toEqual({ missing: 0, stale: everywhere, ghosts: 0 });
    await tools.drained();
    expect(await tools.titles({ q: 'aprèssql' })).toEqual(['Aprèssql']);
    expect(await tools.titles({ q: 'disparue' })).toEqual(['Disparue']);
    const left = await ask('/indexes/test_fr/documents/foreign-1');
    expect(left.title).toBe('Étrangère');
    for (const id of ['e_glossary-term_nobody', 'e_gone_old']) {
      expect((await ask(`/indexes/test_fr/documents/${id}`)).code).toBe('document_not_found');
    }
  });
});

describe('several editors', () => {
  /** Renames the one, waits until the other editor has done as much, and renames the second. */
  const renameBoth = ({ themes, meet }: { themes: string[]; meet: () => Promise<void> }) =>
    server.strapi.db.transaction(async () => {
      for (const [index, documentId] of themes.entries()) {
        if (index > 0) await meet();
        const name = `Renommé ${documentId}`;
        await tools.documentsOf(THEME).update({ documentId, data: { name, nameFr: name } });
      }
    });

  it('never wait for each other in a circle, whatever their edits share', async () => {
    const themes = await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        const name = `Cercle ${number}`;
        const data = { reference: `THEME-CIRCLE-${number}`, name, nameFr: name };
        return (await tools.documentsOf(THEME).create({ data })).documentId;
      }),
    );
    const [one = '', two = '', three = '', four = ''] = themes;
    await tools.publishWatchItem({ title: 'Premier', themes: [one, four] });
    await tools.publishWatchItem({ title: 'Second', themes: [two, three] });
    await tools.drained();
    let arrived = 0;
    const meet = async () => {
      arrived += 1;
      // SQLite lets one begin when the other has ended.
      if (server.database === 'postgres') await waitFor(() => arrived === 2);
    };
    await Promise.all([
      renameBoth({ themes: [one, two], meet }),
      renameBoth({ themes: [three, four], meet }),
    ]);
    await tools.drained();
    expect(await tools.reconcile()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
    expect(await tools.titles({ q: `"Renommé ${one}"`, type: 'watch-item' })).toEqual(['Premier']);
  });
});

// The one database where a server and a command can stand in each other's way.
describe.runIf(process.env.TEST_DATABASE === 'sqlite')('a command beside the server', () => {
  it('fails no save by what it writes meanwhile, and no reader waits for it', async () => {
    const { strapi, url } = server;
    const admin = await signInAs(server, 'strapi-super-admin');
    const documentId = await tools.publishTerm({ term: 'Seule' });
    await tools.drained();
    const { client } = strapi.db.connection;
    const command = new client.driver(client.connectionSettings.filename, { timeout: 0 });
    const write = () => command.exec('UPDATE search_jobs SET ended_at = coalesce(ended_at, 0) + 1');
    const codes: unknown[] = [];
    // In the middle of the save's transaction, when it has read.
    const unsubscribe = strapi.db.lifecycles.subscribe({
      models: [TERM],
      beforeUpdate: () => {
        try {
          write();
          codes.push('written');
        } catch (error) {
          codes.push((error as { code?: unknown }).code);
        }
      },
    });
    const address = `/content-manager/collection-types/${TERM}/${documentId}?locale=fr`;
    const saved = await admin('PUT', address, { term: 'Concurrente' });
    unsubscribe();
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect(new Set(codes)).toEqual(new Set(['SQLITE_BUSY']));
    // So that the worker has nothing to write itself.
    await tools.drained();
    command.exec('BEGIN IMMEDIATE');
    const begun = Date.now();
    expect((await fetch(`${url}/api/glossary-terms`)).status).toBe(200);
    expect(Date.now() - begun).toBeLessThan(4_000);
    command.exec('COMMIT');
    command.close();
  });
});

describe('several workers', () => {
  it('never hold the same mark, and keep one that was edited after its claim', async () => {
    proxy.set('refuse');
    const ids = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((number) => tools.publishTerm({ term: `Partagée ${number}` })),
    );
    await waitFor(isOutage);
    const db = databaseOf(server.strapi);
    // An hour on, the lease that the server's own worker may hold at this moment has run out.
    const now = Date.now() + 3_600_000;
    const claim = (owner: string) => claimMarks({ db, owner, limit: 4, leaseMs: 60_000, now });
    const [mine, theirs] = await Promise.all([claim('one'), claim('two')]);
    const claimed = [...mine, ...theirs].map(({ documentId }) => documentId);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(await claim('three')).toHaveLength(ids.length - claimed.length);
    const [edited] = mine;
    if (!edited) throw new Error('Nothing was claimed');
    await tools.publishTerm({ documentId: edited.documentId, term: 'Partagée et retouchée' });
    await completeMarks({ db, owner: 'one', marks: mine, now });
    await completeMarks({ db, owner: 'two', marks: theirs, now });
    for (const owner of ['one', 'two', 'three']) await releaseMarks({ db, owner });
    const left = await server.strapi.db.connection(MARKS).select('document_id');
    expect(left.map(({ document_id }: { document_id: string }) => document_id)).toContain(
      edited.documentId,
    );
    for (const documentId of claimed) {
      if (documentId === edited.documentId) continue;
      expect(left).not.toContainEqual({ document_id: documentId });
    }
  });
});
