import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchAnswer } from '../../src/plugins/search/shared/contracts';
import { makeApiToken } from '../support/callers';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM, THEME } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';

type Middleware = (...input: unknown[]) => unknown;
type Manager = { use: (middleware: Middleware) => () => void };

const require = createRequire(import.meta.url);
const core = path.dirname(
  createRequire(require.resolve('@strapi/strapi')).resolve('@strapi/core/package.json'),
);
const managers = require(
  path.join(core, 'dist/services/document-service/middlewares/middleware-manager.js'),
) as { createMiddlewareManager: () => Manager };
const { createMiddlewareManager } = managers;
/** Take off the middlewares that the plugin has laid around the Document Service. */
const removers: (() => void)[] = [];

let engine: TestMeilisearch;
let server: TestStrapi;
let tools: SearchTools;

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

beforeAll(async () => {
  // Strapi gives no list of them.
  managers.createMiddlewareManager = () => {
    const manager = createMiddlewareManager();
    const { use } = manager;
    manager.use = (middleware) => {
      const remove = use(middleware);
      if (new Error().stack?.includes('/plugins/search/')) removers.push(remove);
      return remove;
    };
    return manager;
  };
  engine = await startMeilisearch();
  server = await bootStrapi({ meilisearch: engine, env: { SEARCH_RATE_PER_MINUTE: '0' } });
  tools = searchTools(server);
  await tools.drained();
});

afterAll(async () => {
  await server?.stop();
  await engine?.stop();
  managers.createMiddlewareManager = createMiddlewareManager;
});

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

describe('the state of what changes by itself', () => {
  const CALL = 'api::hub.funding-call' as UID.ContentType;
  const CALLS = {
    'CALL-PAST': { opened: -60, deadlines: [-30] },
    'CALL-STAGES': { opened: -60, deadlines: [-30, 30] },
    'CALL-NOW': { opened: -1, deadlines: [1] },
    'CALL-ENDLESS': { opened: -1, deadlines: [] },
    'CALL-SOON': { opened: 10, deadlines: [20] },
  };
  const STATES = {
    'CALL-PAST': 'closed',
    'CALL-STAGES': 'open',
    'CALL-NOW': 'open',
    'CALL-ENDLESS': 'open',
    'CALL-SOON': 'forthcoming',
  };
  const statesIn = ({ data }: SearchAnswer) =>
    Object.fromEntries(data.map(({ reference, state }) => [reference, state]));

  beforeAll(async () => {
    for (const [reference, { opened, deadlines }] of Object.entries(CALLS)) {
      await server.strapi.documents(CALL).create({
        data: {
          reference,
          title: `Guichet ${reference}`,
          summary: 'S',
          source: 'eu',
          originalLocale: 'fr',
          openingDate: inDays(opened).slice(0, 10),
          deadlines: deadlines.map((days) => ({
            dateTime: inDays(days),
            timezone: 'Europe/Brussels',
          })),
          ...(deadlines.length === 0 ? { deadlineModel: 'continuous' } : {}),
        },
        status: 'published',
      } as never);
    }
    await tools.publishTerm({ term: 'Guichet' });
    await tools.drained();
  });

  it.each(['fr', 'el', '*'])(
    'is told in %s by the field, the filter and the facet alike',
    async (locale) => {
      const asked = { q: 'guichet', locale, type: 'funding-call', fields: 'reference,state' };
      const all = await tools.search({ ...asked, facets: 'state' });
      expect(statesIn(all)).toEqual(STATES);
      expect(all.meta.facets?.state?.map(({ value, count }) => [value, count]).sort()).toEqual([
        ['closed', 1],
        ['forthcoming', 1],
        ['open', 3],
      ]);
      for (const state of ['forthcoming', 'open', 'closed']) {
        const found = await tools.search({ ...asked, state, facets: '*' });
        expect(statesIn(found)).toEqual(
          Object.fromEntries(Object.entries(STATES).filter(([, own]) => own === state)),
        );
        expect(found.meta.facets?.state?.map(({ value }) => value)).toEqual([state]);
      }
    },
  );

  it('has a name in the asked language, and is nothing of what has none', async () => {
    const { data, meta } = await tools.search({
      q: 'guichet',
      type: 'glossary-term',
      fields: 'state,title',
    });
    expect(data).toMatchObject([{ title: 'Guichet', state: null }]);
    expect(meta.facets).toBeUndefined();
    const labels = async (locale: string) =>
      (await tools.search({ locale, facets: 'state' })).meta.facets?.state?.[0]?.label;
    expect([await labels('fr'), await labels('en')]).toEqual(['Ouvert', 'Open']);
  });

  it('is answered where it is asked for, and then no cache keeps it past the minute', async () => {
    const ask = async (query: string) => {
      const response = await fetch(`${server.url}/api/search?q=guichet&${query}`);
      const { data } = (await response.json()) as SearchAnswer;
      const age = /max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '');
      return { data, age: age ? Number(age[1]) : undefined };
    };
    const usual = await ask('type=funding-call');
    expect(usual.data[0]).not.toHaveProperty('state');
    for (const query of ['fields=state', 'fields=*', 'facets=state', 'state=open']) {
      expect((await ask(query)).age).toBeLessThan(60);
    }
    const { data } = await tools.search({ type: 'funding-call', fields: 'state' });
    expect(data[0]).not.toHaveProperty('end');
  });
});

describe('reading content', () => {
  const SEARCH_TABLE = /search_(marks|jobs|hooks|synonyms)/;

  it('costs no statement because the plugin is there', async () => {
    const { strapi, url } = server;
    const term = await tools.publishTerm({ term: 'Lue', access: 'public' });
    const data = { reference: 'THEME-READ', name: 'Lu', nameFr: 'Lu' };
    const { documentId: theme } = await tools.documentsOf(THEME).create({ data });
    const authorization = `Bearer ${await makeApiToken({ strapi, name: 'reader', type: 'full-access' })}`;
    const types = strapi.config.get<{ uid: UID.ContentType }[]>('plugin::search.types');
    const addresses = [
      ...types.map(({ uid }) => `/api/${strapi.contentType(uid).info.pluralName}?populate=*`),
      `/api/${strapi.contentType(TERM as UID.ContentType).info.pluralName}/${term}?locale=fr`,
      `/api/${strapi.contentType(THEME as UID.ContentType).info.pluralName}/${theme}`,
      `/api/${strapi.contentType(TERM as UID.ContentType).info.pluralName}?status=draft&filters[term]=Lue`,
    ];

    const request = new AsyncLocalStorage<string[]>();
    const hear = ({ sql }: { sql: string }) => request.getStore()?.push(sql);
    let statements: string[] = [];
    // What a request asks the database, and nothing that the worker asks meanwhile.
    const follow = () => {
      statements = [];
      request.enterWith(statements);
    };
    strapi.db.connection.on('query', hear);
    strapi.server.httpServer.prependListener('request', follow);
    const read = async (address: string) => {
      const response = await fetch(`${url}${address}`, { headers: { authorization } });
      expect(response.status, `${address}: ${await response.text()}`).toBe(200);
      return [...statements].sort();
    };
    const readAll = async () => {
      const found = new Map<string, string[]>();
      for (const address of addresses) found.set(address, await read(address));
      return found;
    };
    try {
      // The first reading fills what Strapi keeps of permissions.
      await readAll();
      const withHooks = await readAll();
      for (const [address, asked] of withHooks) {
        expect(asked.length, address).toBeGreaterThan(0);
        expect(asked.filter((sql) => SEARCH_TABLE.test(sql))).toEqual([]);
      }
      expect(removers.length).toBeGreaterThan(0);
      for (const remove of removers) remove();
      strapi.db.lifecycles.disable();
      expect(await readAll()).toEqual(withHooks);
    } finally {
      strapi.db.lifecycles.enable();
      strapi.server.httpServer.off('request', follow);
      strapi.db.connection.off('query', hear);
    }
  });
});
