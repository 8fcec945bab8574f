import { isEqual } from 'lodash';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchJob } from '../../src/plugins/search/shared/contracts';
import { engineClient } from '../support/engine-client';
import { environment } from '../support/environment';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { prepareDatabase, type TestDatabase } from '../support/prepare-database';
import { TERM, THEME, WATCH } from '../support/search';
import { type StrapiChild, startStrapiChild } from '../support/strapi-child';
import { waitFor } from '../support/wait-for';

const LOCALES = ['fr', 'en', 'el', 'pt', 'es', 'pl'];

let engine: TestMeilisearch;
let proxy: FaultProxy;
let database: TestDatabase;
let env: Record<string, string>;
let child: StrapiChild;
const children: StrapiChild[] = [];

const { ask } = engineClient(() => engine);

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const boot = async (host = proxy.host) => {
  const booted = await startStrapiChild({ ...env, MEILI_HOST: host });
  children.push(booted);
  return booted;
};

const drained = async (process: StrapiChild) =>
  expect(
    await process.ask('search', {
      service: 'delivery',
      method: 'drain',
      input: { timeoutMs: 120_000 },
    }),
  ).toEqual({ state: 'drained' });

const fr = { locale: 'fr' };
const published = (term: string, rest: Record<string, unknown> = {}) => ({
  uid: TERM,
  action: 'create',
  params: {
    ...fr,
    status: 'published',
    data: { term, plainDefinition: `${term}.`, originalLocale: 'fr', ...rest },
  },
});

type Row = { documentId: string; term?: string; title?: string; themes?: { name: string }[] };
const rowsOf = (uid: string, query: Record<string, unknown> = {}) =>
  child.ask<Row[]>('find', {
    uid,
    query: { where: { publishedAt: { $notNull: true } }, ...query },
  });

/** What each index must hold, from the database alone: nothing here has a translation. */
const wanted = async () => {
  const terms = await rowsOf(TERM);
  const items = await rowsOf(WATCH, {
    where: { publishedAt: { $notNull: true } },
    populate: ['themes'],
  });
  return new Map<string, unknown>([
    ...terms.map(({ documentId, term }) => [documentId, { title: term, names: [] }] as const),
    ...items.map(
      ({ documentId, title, themes = [] }) =>
        [documentId, { title, names: themes.map(({ name }) => name) }] as const,
    ),
  ]);
};

const held = async (index: string) => {
  const { results } = (await ask(
    `/indexes/${index}/documents?limit=1000&fields=documentId,type,title,names`,
  )) as { results: { documentId: string; type: string; title: string; names: string[] }[] };
  const own = results.filter(({ type }) => type === 'glossary-term' || type === 'watch-item');
  const documents = new Map(
    own.map(({ documentId, title, names }) => [documentId, { title, names }]),
  );
  // Nothing twice.
  expect(documents.size).toBe(own.length);
  return documents;
};

const isRight = async () => {
  const expected = await wanted();
  for (const locale of LOCALES) expect(await held(`test_${locale}`), locale).toEqual(expected);
};

/** What the comparison at start has found: what the marks alone had not brought about. */
const foundAtStart = async () => {
  const jobs = await child.ask<SearchJob[]>('search', { service: 'jobs', method: 'list' });
  const outcome = jobs.find(({ kind }) => kind === 'repair')?.outcome as {
    indexes: { missing: number; stale: number; ghosts: number }[];
  };
  return outcome.indexes.filter(({ missing, stale, ghosts }) => missing + stale + ghosts > 0);
};

let theme = '';
let edition = 0;
let doomed = '';

/** An edit of every kind: changed, deleted, new, and shown by another. */
const edit = async (on: StrapiChild) => {
  edition += 1;
  const name = `Thème ${edition}`;
  const [first] = await rowsOf(TERM, {
    where: { term: { $startsWith: 'Gardée' }, publishedAt: { $notNull: true } },
  });
  return on.ask<{ documentId: string }[]>('edit', [
    { uid: THEME, action: 'update', params: { documentId: theme, data: { name, nameFr: name } } },
    {
      uid: TERM,
      action: 'update',
      params: {
        documentId: first?.documentId,
        ...fr,
        status: 'published',
        data: { term: `Gardée ${edition}` },
      },
    },
    { uid: TERM, action: 'delete', params: { documentId: doomed, locale: '*' } },
    published(`Nouvelle ${edition}`),
  ]);
};

beforeAll(async () => {
  engine = await startMeilisearch();
  proxy = await startFaultProxy(engine.host);
  database = await prepareDatabase();
  env = {
    ...environment({
      directory: database.directory,
      port: 0,
      ...(database.databaseUrl ? { databaseUrl: database.databaseUrl } : {}),
    }),
    MEILI_MASTER_KEY: engine.apiKey,
    // Longer than any answer is held.
    MEILI_TIMEOUT_MS: '120000',
  };
  child = await boot();
  const [made] = await child.ask<{ documentId: string }[]>('edit', [
    {
      uid: THEME,
      action: 'create',
      params: { data: { reference: 'THEME-CRASH', name: 'Thème 0', nameFr: 'Thème 0' } },
    },
  ]);
  theme = made?.documentId ?? '';
  const rows = await child.ask<{ documentId: string }[]>('edit', [
    published('Gardée 0'),
    published('Condamnée'),
    {
      uid: WATCH,
      action: 'create',
      params: {
        ...fr,
        status: 'published',
        data: {
          originalLocale: 'fr',
          url: 'https://oten.fr/',
          date: '2026-01-15',
          title: 'Montre',
          themes: [theme],
        },
      },
    },
  ]);
  doomed = rows[1]?.documentId ?? '';
  await drained(child);
});

afterAll(async () => {
  for (const one of children) await one.kill();
  await proxy?.stop();
  await engine?.stop();
  await database?.remove();
});

describe('a process that is killed', () => {
  const reborn = async () => {
    expect(await child.ended).toBe('SIGKILL');
    child = await boot();
    // A minute later.
    await child.ask('later');
    await drained(child);
    expect(await foundAtStart()).toEqual([]);
    await isRight();
  };

  it('before the commit leaves neither the edit nor a mark', async () => {
    await isRight();
    const before = await wanted();
    await child.ask('dieAt', 'before commit');
    await expect(edit(child)).rejects.toThrow('SIGKILL');
    await reborn();
    expect(await wanted()).toEqual(before);
  });

  it.each([
    ['after the commit', 'after commit'],
    ['when the engine has done it, before the mark is removed', 'before the mark is removed'],
  ])('%s loses nothing and does nothing twice', async (_when, point) => {
    const before = await wanted();
    await child.ask('dieAt', point);
    await edit(child).catch((error: Error) => expect(error.message).toContain('SIGKILL'));
    await reborn();
    const after = await wanted();
    expect(isEqual(after, before)).toBe(false);
    doomed =
      [...after].find(([, value]) =>
        isEqual(value, { title: `Nouvelle ${edition}`, names: [] }),
      )?.[0] ?? '';
  });

  it('while the engine works loses nothing and does nothing twice', async () => {
    proxy.set('hold', ({ method, url }) => method === 'POST' && url.includes('/documents'));
    await edit(child);
    await waitFor(() => proxy.held() > 0);
    await child.kill();
    proxy.set('none');
    await reborn();
  });
});

// SQLite is for one server.
describe.runIf(process.env.TEST_DATABASE === 'postgres')('two processes on one database', () => {
  let second: StrapiChild;

  const isWrite = ({ method, url }: { method: string; url: string }) =>
    method === 'POST' && /\/documents\?/.test(url);

  type Mark = { document_id: string; locked_by: string | null };
  const marks = () => child.ask<Mark[]>('marks');
  const ownersOf = (found: Mark[]) =>
    new Set(found.flatMap(({ locked_by }) => (locked_by === null ? [] : [locked_by])));

  /** Edits of which each process has some in hand, while the engine's answers are held. */
  const shareOut = async (name: string) => {
    proxy.set('hold', isWrite);
    const ids: string[] = [];
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const [row] = await child.ask<{ documentId: string }[]>('edit', [
        published(`${name} ${number}`),
      ]);
      ids.push(row?.documentId ?? '');
    }
    await waitFor(async () => ownersOf(await marks()).size === 2);
    return ids;
  };

  beforeAll(async () => {
    second = await boot();
    await drained(second);
  });

  it('share the work, and none does what the other does', async () => {
    const sent = async () => {
      const { results } = (await ask('/tasks?types=documentAdditionOrUpdate&limit=1000')) as {
        results: { details: { receivedDocuments: number } }[];
      };
      return results.reduce((sum, { details }) => sum + details.receivedDocuments, 0);
    };
    const before = await sent();
    const ids = await shareOut('Partagée');
    proxy.set('none');
    await drained(child);
    const done = await Promise.all(
      [child, second].map(async (process) => {
        const delivered = await process.ask<string[]>('delivered');
        return ids.filter((id) => delivered.includes(id));
      }),
    );
    for (const own of done) expect(own.length).toBeGreaterThan(0);
    expect(done.flat().sort()).toEqual([...ids].sort());
    expect((await sent()) - before).toBe(ids.length * (LOCALES.length + 1));
    await isRight();
  });

  it('compare at night in one of them', async () => {
    await child.ask('yesterday');
    proxy.set('hold', ({ url }) => url.includes('/documents'));
    let over = 0;
    const nights = [child, second].map(async (process) => {
      await process.ask('night');
      over += 1;
    });
    await waitFor(() => proxy.held() > 0 && over === 1);
    proxy.set('none');
    await Promise.all(nights);
    const runOf = async () =>
      (await child.ask<SearchJob[]>('search', { service: 'jobs', method: 'list' })).find(
        ({ kind }) => kind === 'repair',
      );
    const run = await runOf();
    expect(run?.state).toBe('done');
    await second.ask('night');
    expect((await runOf())?.runId).toBe(run?.runId);
  });

  it('take over what a killed one had in hand, when its lease is over and not before', async () => {
    const ids = await shareOut('Reprise');
    await second.kill();
    proxy.set('none');
    // The survivor has done its own, and works on.
    await waitFor(async () => ownersOf(await marks()).size === 1);
    const [late] = await child.ask<{ documentId: string }[]>('edit', [published('Suivante')]);
    await waitFor(async () =>
      (await child.ask<string[]>('delivered')).includes(late?.documentId ?? ''),
    );
    const left = (await marks()).map(({ document_id }) => document_id);
    expect(left.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining(left));
    await child.ask('later');
    await drained(child);
    await isRight();
  });
});
