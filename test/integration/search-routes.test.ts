import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeApiToken, signInUser } from '../support/callers';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, type TERM, THEME } from '../support/search';
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

  it('is called again, with the same id, until it is taken', async () => {
    await tools.drained();
    receiver.refuse(1);
    const documentId = await tools.publishTerm({ term: 'Insistante' });
    await called(documentId, 1);
    const [refused] = receiver.refused;
    expect(receiver.accepted.map(({ id }) => id)).toContain(refused);
    await waitFor(async () => {
      const [left] = await server.strapi.db.connection('search_hooks').count('* as count');
      return Number(left?.count) === 0;
    });
  });
});
