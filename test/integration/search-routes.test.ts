import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Desk from '../../src/plugins/search/shared/desk';
import { type Ask, signInAs } from '../support/admin';
import { makeApiToken, signInUser } from '../support/callers';
import { engineClient } from '../support/engine-client';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM, THEME } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';

let engine: TestMeilisearch;
let server: TestStrapi;
let tools: SearchTools;
let receiver: WebhookReceiver;
/** What search answered for the title of each entry at the moment its webhook call came. */
const foundAtCall = new Map<string, string[]>();

// A machine that does much else at once makes the engine take its time.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  engine = await startMeilisearch();
  receiver = await startWebhookReceiver(async ({ entries }) => {
    for (const { documentId } of entries) {
      const answer = await tools.search({ 'filters[documentId]': documentId });
      foundAtCall.set(
        documentId,
        answer.data.map(({ title }) => title ?? ''),
      );
    }
  });
  server = await bootStrapi({
    meilisearch: engine,
    env: {
      MEILI_PUBLIC_HOST: engine.host,
      SEARCH_RATE_PER_MINUTE: '0',
      SEARCH_WEBHOOK_URL: receiver.url,
      SEARCH_WEBHOOK_SECRET: receiver.secret,
    },
  });
  tools = searchTools(server);
});

afterAll(async () => {
  await server?.stop();
  await receiver?.stop();
  await engine?.stop();
});

describe('GET /api/search', () => {
  it.each([
    ['pagination[page]=0', ['pagination', 'page']],
    ['pagination[pageSize]=101', ['pagination', 'pageSize']],
    ['locale=xx', ['locale']],
    ['type=interview', ['type']],
    ['nonsense=1', ['nonsense']],
    ['filters[access]=members', ['filters', 'access']],
    ['filters[start][$gte]=soon', ['filters', 'start', '$gte']],
    ['near=1,2', ['near']],
  ])('refuses %s by name', async (query, path) => {
    const response = await fetch(`${server.url}/api/search?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path }] } },
    });
  });

  it('marks the words that were found, as HTML that is safe', async () => {
    await tools.publishTerm({ term: 'Balise <script>alert(1)</script>' });
    await tools.drained();
    const { data } = await tools.search({ q: 'balise' });
    expect(data[0]?.highlights?.title).toBe(
      '<mark>Balise</mark> &lt;script&gt;alert(1)&lt;/script&gt;',
    );
  });
});

describe('synonyms', () => {
  const SYNONYM = 'plugin::search.synonym';
  type Saved = { documentId: string };
  const synonyms = () =>
    server.strapi.documents(SYNONYM as typeof TERM) as unknown as {
      create: (input: { data: object }) => Promise<Saved>;
      update: (input: { documentId: string; data: object }) => Promise<Saved>;
      delete: (input: { documentId: string }) => Promise<unknown>;
    };

  it('are found as soon as an editor has saved them, in their language and in all', async () => {
    await tools.publishTerm({ term: 'Télétravailleurs' });
    await tools.drained();
    const found = (locale: string) => tools.titles({ q: 'nomadisme', locale });
    expect(await found('fr')).toEqual([]);
    const data = { words: 'Nomadisme, télétravailleurs', language: 'fr' };
    const { documentId } = await synonyms().create({ data });
    await tools.drained();
    expect(await found('fr')).toEqual(['Télétravailleurs']);
    expect(await found('*')).toEqual(['Télétravailleurs']);
    expect(await found('en')).toEqual([]);
    // The engine gives them back in its own form: they are not sent again for that.
    const sent = async () => {
      const response = await fetch(`${engine.host}/tasks?types=settingsUpdate&limit=1`, {
        headers: { Authorization: `Bearer ${engine.apiKey}` },
      });
      return ((await response.json()) as { total: number }).total;
    };
    const before = await sent();
    await synonyms().update({ documentId, data: { alsoFinds: '' } });
    await tools.drained();
    expect(await sent()).toBe(before);
    await synonyms().update({ documentId, data: { language: 'en' } });
    await tools.drained();
    expect([await found('fr'), await found('en')]).toEqual([[], ['Télétravailleurs']]);
    await synonyms().delete({ documentId });
    await tools.drained();
    expect(await found('en')).toEqual([]);
  });

  it('that would do nothing are refused, by field', async () => {
    const refusal = (data: object) =>
      synonyms()
        .create({ data })
        .catch(({ details }) => details.errors.map(({ message }: Error) => message));
    expect(await refusal({ words: 'seul', language: 'xx' })).toEqual([
      'words: Give two words or more, separated by commas, or fill in alsoFinds',
      'language: Must be one of el, en, es, fr, pl, pt',
    ]);
    expect(await refusal({ words: 'un, Un', language: 'fr' })).toEqual([
      'words: “un” stands there twice',
    ]);
  });
});

describe('the other routes', () => {
  const get = async (path: string, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const response = await fetch(`${server.url}/api/${path}`, { headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  it.each(['search', 'search/suggest?q=a', 'search/token', 'search/health'])(
    '%s is for who has the right to it',
    async (path) => {
      expect((await get(path)).status).toBe(200);
      const right = 'api::observatory.theme.find';
      const { strapi } = server;
      const name = `none of ${path}`;
      const token = await makeApiToken({ strapi, name, type: 'custom', permissions: [right] });
      expect((await get(path, token)).status).toBe(403);
    },
  );

  it('suggest completes what is typed, with what was typed marked, and nothing for members', async () => {
    await tools.publishTerm({ term: 'Complétable <b>' });
    await tools.publishTerm({ term: 'Complétable réservé', access: 'members' });
    await tools.drained();
    for (const locale of ['fr', 'fr,el', '*']) {
      const { body } = await get(`search/suggest?q=compl%C3%A9ta&locale=${locale}`);
      expect(body).toMatchObject({
        data: [
          {
            type: 'glossary-term',
            title: 'Complétable <b>',
            locale: 'fr',
            highlight: '<mark>Compléta</mark>ble &lt;b&gt;',
          },
        ],
      });
    }
    expect((await get('search/suggest?q=')).body).toEqual({ data: [] });
    expect((await get('search/suggest')).status).toBe(400);
  });

  it('token lets a browser search what its user may see, and do nothing else', async () => {
    await tools.publishTerm({ term: 'Jetonnable' });
    await tools.publishTerm({ term: 'Jetonnable réservé', access: 'members' });
    await tools.drained();
    const direct = async (index: string, token: string, path = 'search', body: object = {}) => {
      const response = await fetch(`${engine.host}/indexes/${index}/${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, answer: (await response.json()) as { hits: Data[] } };
    };
    type Data = { title: string };
    const { strapi, url } = server;
    const visitor = await get('search/token');
    const member = await get('search/token', await signInUser({ strapi, url, roleType: 'member' }));
    expect(visitor.headers.get('cache-control')).toBe('private, no-store');
    const { token, host, indexes, expiresAt } = visitor.body.data;
    expect(host).toBe(engine.host);
    expect(indexes).toMatchObject({ fr: 'test_fr', '*': 'test_every-locale' });
    const seconds = (Date.parse(expiresAt) - Date.now()) / 1_000;
    expect(seconds).toBeGreaterThan(600);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(JSON.stringify(visitor.body)).not.toContain(engine.apiKey);
    for (const index of ['test_fr', 'test_every-locale']) {
      const titles = async (key: string, asked: object) =>
        (await direct(index, key, 'search', { q: 'jetonnable', ...asked })).answer.hits
          .map(({ title }) => title)
          .sort();
      expect(await titles(token, {})).toEqual(['Jetonnable']);
      expect(await titles(token, { filter: 'access = "members"' })).toEqual([]);
      expect(await titles(member.body.data.token, {})).toEqual([
        'Jetonnable',
        'Jetonnable réservé',
      ]);
    }
    for (const path of ['documents/fetch', 'documents/delete-batch']) {
      expect((await direct('test_fr', token, path)).status).toBe(403);
    }
    expect((await direct('other', token)).status).toBe(403);
    // Another token comes from the same key: none is made twice.
    await get('search/token');
    const keys = await fetch(`${engine.host}/keys`, {
      headers: { Authorization: `Bearer ${engine.apiKey}` },
    });
    const { results } = (await keys.json()) as { results: { name: string; actions: string[] }[] };
    expect(results.filter(({ name }) => name === 'Search of test')).toMatchObject([
      { actions: ['search'] },
    ]);
  });

  it('health says whether searches are answered', async () => {
    expect((await get('search/health')).body).toEqual({ data: { status: 'healthy' } });
    await engine.kill();
    const { status, headers, body } = await get('search/health');
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(body).toMatchObject({ data: null, error: { status: 503 } });
    await engine.start();
  });
});

describe('the panel', () => {
  let admin: Ask;
  beforeAll(async () => {
    admin = await signInAs(server, 'strapi-super-admin');
  });
  const answer = async <T>(path: string, status = 200): Promise<T> => {
    const { status: given, body } = await admin('GET', path);
    expect(given, path).toBe(status);
    expect(JSON.stringify(body)).not.toContain(engine.apiKey);
    return body as T;
  };
  const stateOf = async (documentId: string) =>
    (await answer<{ data: Desk.EntryState }>(`/search/entries/${TERM}/${documentId}`)).data;

  it('previews what a visitor gets, or a member, and why it stands there', async () => {
    for (const term of ['Explicable', 'Très explicable']) await tools.publishTerm({ term });
    await tools.publishTerm({ term: 'Explicable réservé', access: 'members' });
    await tools.drained();
    for (const locale of ['fr', 'el', '*']) {
      const question = { q: 'explicable', locale };
      const { data } = await tools.search(question);
      const preview = await answer<Desk.SearchPreview>(
        `/search/preview?${new URLSearchParams(question)}`,
      );
      expect(preview.data.map(({ ranking: _, ...hit }) => hit)).toEqual(data);
      expect(preview.meta).toMatchObject({ as: 'visitor', pagination: { total: 2 } });
      const [first] = preview.data;
      expect(first?.ranking).toMatchObject({ foundIn: expect.arrayContaining(['title']) });
      expect(first?.ranking.rules[0]).toMatchObject({ rule: 'words', found: 1, asked: 1 });
      expect(first?.ranking.rules.map(({ rule }) => rule)).not.toContain('other');
    }
    const titles = async (as: string) =>
      (await answer<Desk.SearchPreview>(`/search/preview?q=explicable&as=${as}`)).data.length;
    expect([await titles('visitor'), await titles('member')]).toEqual([2, 3]);
    for (const wrong of ['as=nobody', 'nonsense=1']) {
      const { error } = await answer<{ error: { details: { errors: { path: string[] }[] } } }>(
        `/search/preview?${wrong}`,
        400,
      );
      expect(error.details.errors[0]?.path).toEqual([wrong.split('=')[0]]);
    }
  });

  it('tells whether an entry is in search, waits, failed or is not published', async () => {
    const { documentId } = await tools
      .documentsOf(TERM)
      .create({ locale: 'fr', data: { term: 'Étatique', originalLocale: 'fr' } });
    await tools.drained();
    expect(await stateOf(documentId)).toMatchObject({ state: 'unpublished', since: null });
    await engine.kill();
    await tools.publishTerm({ term: 'Étatique', documentId });
    expect(await stateOf(documentId)).toMatchObject({ state: 'waiting', engine: 'unavailable' });
    await engine.start();
    await tools.drained();
    const found = await stateOf(documentId);
    expect(found).toMatchObject({ state: 'in-search', engine: 'healthy', error: null });
    expect(Date.now() - Date.parse(found.since ?? '')).toBeLessThan(600_000);
    expect(found.locales).toContainEqual({
      locale: 'el',
      state: 'stands-in',
      language: 'fr',
      since: found.since,
      forMembers: false,
    });
    await tools.bury(documentId);
    const error = 'Too odd to be indexed';
    expect(await stateOf(documentId)).toMatchObject({ state: 'failed', attempts: 4, error });
  });

  it('lists dead letters by pages, by title, and retries all or one alone', async () => {
    await server.strapi.db.connection('search_marks').whereNotNull('dead_at').delete();
    const ids: string[] = [];
    for (const term of ['Refusée 1', 'Refusée 2', 'Refusée 3']) {
      ids.push(await tools.publishTerm({ term }));
    }
    await tools.drained();
    for (const id of ids) await tools.bury(id);
    const page = (number: number) =>
      answer<Desk.DeadLetterPage>(`/search/dead-letters?page=${number}&pageSize=2`);
    const [first, second] = [await page(1), await page(2)];
    expect(first.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    const titles = [...first.data, ...second.data].map(({ title }) => title);
    expect(titles.sort()).toEqual(['Refusée 1', 'Refusée 2', 'Refusée 3']);
    await answer('/search/dead-letters?pageSize=101', 400);
    const retry = async (body?: object) => (await admin('POST', '/search/retry', body)).body.data;
    expect((await admin('POST', '/search/retry', { uid: TERM })).status).toBe(400);
    expect(await retry({ uid: TERM, documentId: ids[1] })).toEqual({ revived: 1 });
    await tools.drained();
    expect((await page(1)).meta.pagination.total).toBe(2);
    expect(await retry()).toEqual({ revived: 2 });
    await tools.drained();
    expect((await answer<{ data: object }>('/search/summary')).data).toMatchObject({
      queue: { dead: 0 },
      engine: { state: 'healthy' },
    });
  });

  it('says when search was last changed, by whichever process', async () => {
    const before = new Date().toISOString();
    const { done, ask } = engineClient(() => engine);
    await done(
      await ask('/indexes/test_every-locale/documents', {
        method: 'POST',
        body: JSON.stringify([{ id: 'others-1', title: 'Ailleurs' }]),
      }),
    );
    for (const path of ['/search/summary', '/search/status']) {
      const { data } = await answer<{ data: Desk.SearchSummary }>(path);
      expect(data.lastSuccess && data.lastSuccess > before, path).toBe(true);
    }
  });

  it('tells of an entry only who may read it, in whatever role', async () => {
    const documentId = await tools.publishTerm({ term: 'Lisible' });
    const address = `/search/entries/${TERM}/${documentId}`;
    for (const path of [address, '/search/types']) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(401);
    }
    const role = await server.strapi.service('admin::role').create({ name: 'None', code: 'none' });
    const nobody = await signInAs(server, role.code);
    expect((await nobody('GET', address)).status).toBe(403);
    const partner = await signInAs(server, 'partner-el');
    expect((await partner('GET', address)).status).toBe(200);
    expect((await partner('GET', '/search/preview')).status).toBe(403);
    await answer(`/search/entries/${TERM}/nobodysentry`, 404);
    await answer(`/search/entries/api::iris.interview/${documentId}`, 404);
    const { data } = await answer<{ data: Desk.IndexedType[] }>('/search/types');
    expect(data).toContainEqual(expect.objectContaining({ uid: TERM, mayRead: true }));
    const theirs = (await nobody('GET', '/search/types')).body
      .data as unknown as Desk.IndexedType[];
    expect(theirs.some(({ mayRead }) => mayRead)).toBe(false);
  });
});

describe('the webhook', () => {
  const callsOf = (documentId: string) =>
    receiver.accepted.flatMap(({ entries }) =>
      entries.filter((entry) => entry.documentId === documentId),
    );
  const called = (documentId: string, times: number) =>
    waitFor(() => callsOf(documentId).length >= times, { timeoutMs: 120_000 });

  it('tells, when search is right, what was edited and whoever shows it', async () => {
    const documentId = await tools.publishTerm({ term: 'Raccrochable' });
    await called(documentId, 1);
    expect(callsOf(documentId)[0]).toEqual({
      uid: 'api::observatory.glossary-term',
      type: 'glossary-term',
      documentId,
      locales: ['el', 'en', 'es', 'fr', 'pl', 'pt'],
    });
    expect(foundAtCall.get(documentId)).toEqual(['Raccrochable']);
    const theme = await tools.documentsOf(THEME).create({ data: { nameFr: 'Crochets' } });
    const item = await tools.publishWatchItem({ title: 'Suiveur', themes: [theme.documentId] });
    await called(item, 1);
    const before = callsOf(item).length;
    await tools
      .documentsOf(THEME)
      .update({ documentId: theme.documentId, data: { nameFr: 'Hameçons' } });
    await called(item, before + 1);
  });

  /** A call that waits until the receiver takes it again must not be taken for another's. */
  const toldAll = () =>
    waitFor(async () => {
      const [left] = await server.strapi.db.connection('search_hooks').count('* as count');
      return Number(left?.count) === 0;
    });

  it('is called again, with the same id, until it is taken', async () => {
    await tools.drained();
    await toldAll();
    receiver.refuse(1);
    const documentId = await tools.publishTerm({ term: 'Insistante' });
    await called(documentId, 1);
    await toldAll();
    const [refused] = receiver.refused;
    expect(receiver.accepted.map(({ id }) => id)).toContain(refused);
  });
});
