import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '../../examples/read-initiatives';
import { makeApiToken } from '../support/callers';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const INITIATIVE = 'api::iris.initiative';
const LIST =
  'initiatives?locale=fr&populate[themes][fields]=name&populate[owner][fields]=name&populate[territories][fields]=name,nutsCode';

type Refused = { data: null; error: { status: number; name: string; message: string } };

let app: TestStrapi;

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${app.url}/api/${path}`, { method, headers });

const create = async (uid: string, data: object, options: object = {}): Promise<string> => {
  const documents = app.strapi.documents(uid as UID.ContentType);
  return (await documents.create({ data: data as never, ...options })).documentId;
};

beforeAll(async () => {
  app = await bootStrapi({
    env: {
      CORS_ORIGIN: 'https://front.example,https://other.example',
      SEARCH_RATE_PER_MINUTE: '1',
      SEARCH_RATE_BURST: '8',
    },
  });
  const themes = [
    await create('api::observatory.theme', { nameFr: 'Santé' }),
    await create('api::observatory.theme', { nameFr: 'Éducation' }),
  ];
  const owner = await create('api::observatory.organisation', { name: 'Région' });
  for (let number = 1; number <= 25; number += 1) {
    const territory = await create('api::observatory.territory', {
      nameFr: `Territoire ${number}`,
      level: 'region',
      ...(number === 7 ? { nutsCode: 'EL43' } : {}),
    });
    const data = {
      title: `Initiative ${number}`,
      summary: 'Résumé',
      startDate: '2006',
      sources: ['https://example.org/'],
      themes,
      owner,
      territories: [territory],
    };
    await create(INITIATIVE, data, { locale: 'fr', status: 'published' });
  }
}, 300_000);

afterAll(() => app?.stop());

describe('a read that was made before', () => {
  test.each([LIST, 'themes', 'regional-dynamics/indices'])('costs no body: %s', async (path) => {
    const first = await ask(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.status).toBe(200);
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(JSON.parse(await first.text())).toHaveProperty('data');
    const again = await ask(path, { 'if-none-match': etag });
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
    expect((await again.text()).length).toBe(0);
    const head = await ask(path, {}, 'HEAD');
    expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  });

  test('is sent again when it has changed', async () => {
    const etag = (await ask('themes')).headers.get('etag') ?? '';
    await create('api::observatory.theme', { nameFr: 'Culture' });
    const again = await ask('themes', { 'if-none-match': etag });
    expect(again.status).toBe(200);
    expect(again.headers.get('etag')).not.toBe(etag);
  });
});

describe('caches', () => {
  const control = async (path: string, headers: Record<string, string> = {}) =>
    (await ask(path, headers)).headers.get('cache-control');

  test('keep what anybody may read, by the credentials that were sent', async () => {
    expect(await control('themes')).toBe('public, max-age=60, stale-while-revalidate=300');
    expect((await ask('themes')).headers.get('vary')).toBe('Origin, Authorization');
  });

  test('keep nothing of a token, of a signed-in user, or of an error', async () => {
    const { accessKey } = await app.strapi.service('admin::api-token-content-api').create({
      name: 'reader',
      description: '',
      kind: 'content-api',
      type: 'read-only',
      lifespan: null,
    });
    const authorization = `Bearer ${accessKey}`;
    expect(await control('themes', { authorization })).toBe('private, no-store');
    const etag = (await ask('themes', { authorization })).headers.get('etag') ?? '';
    const again = await ask('themes', { authorization, 'if-none-match': etag });
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-store']);
    for (const path of ['themes/none', 'themes?foo=1', 'search?q=a', 'themes?status=draft']) {
      expect(await control(path)).toBe('private, no-store');
    }
    expect(await control('themes', { authorization: 'Bearer wrong' })).toBe('private, no-store');
  });
});

test('browsers of the origins that were set may ask, and read what they need', async () => {
  const origin = 'https://front.example';
  const answer = await ask('themes', { origin });
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  expect(answer.headers.get('access-control-expose-headers')).toBe('Link,ETag,Retry-After');
  const asked = { origin, 'access-control-request-method': 'GET' };
  const preflight = await ask('themes', asked, 'OPTIONS');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('If-None-Match');
  const foreign = await ask('themes', { origin: 'https://evil.example' });
  expect(foreign.headers.get('access-control-allow-origin')).toBe(null);
});

describe('errors name what is wrong', () => {
  const refusal = async (path: string, method = 'GET') => {
    const answer = await ask(path, {}, method);
    const { data, error } = (await answer.json()) as Refused;
    expect([data, error.status]).toEqual([null, answer.status]);
    return `${error.status} ${error.name}: ${error.message}`;
  };

  test.each([
    ['initiatives?pagination[pageSize]=1000', /^400 .*pagination\[pageSize\].* from 1 to 100$/],
    ['initiatives?populate[themes][populate]=*', /^400 .*first level only.*themes$/],
    ['initiatives?populate=a.b.c.d.e', /^400 .*4 levels deep/],
    ['initiatives?locale=xx', /^400 .*locale must be one of el, en, es, fr, pl, pt, or \*$/],
    ['initiatives/by-slug/x?locale=xx', /^400 .*locale must be one of/],
    [
      'initiatives?filters[costs][amount][$gt]=abc',
      /^400 .*filters\[costs\]\[amount\].*a number\.$/,
    ],
    ['initiatives?filters[id]=abc', /^400 .*filters\[id\]/],
    ['initiatives?filters[stage]=done', /^400 .*filters\[stage\] must be one of idea, pilot/],
    ['initiatives?filters[updatedAt][$gt]=abc', /^400 .*filters\[updatedAt\]/],
    [
      'initiatives?populate[costs][filters][amount]=x',
      /^400 .*populate\[costs\]\[filters\]\[amount\]/,
    ],
    ['initiatives?filters[title]=a%00', /^400 .*%00/],
    ['initiatives?filters[costs][amount]=', /^400 .*filters\[costs\]\[amount\] must be a number/],
    ['initiatives?filters[owner][$not][name]=x', /^400 .*filters\[owner\]\[\$not\]/],
    ['initiatives?filters[$not][0][title]=x', /^400 .*filters\[\$not\] takes conditions/],
    ['initiatives?sort=costs.documentId', /^400 .*sort names costs\.documentId/],
    ['initiatives?populate[owner][sort]=territory.name', /^400 .*populate\[owner\]\[sort\]/],
    ['initiatives?populate[costs][fields]=documentId', /^400 .*populate\[costs\]\[fields\]/],
    ['upload/files?filters[size][$gt]=x', /^400 .*filters\[size\]\[\$gt\] must be a number/],
    ['users/me?filters[confirmed]=true', /^400 .*filters is not taken here/],
    ['initiatives?sort=title:up', /^400 .*sort/],
    ['initiatives?sort=nope', /^400 .*nope/],
    ['initiatives?fields=nope', /^400 .*nope/],
    ['initiatives?filters[nope]=1', /^400 .*nope/],
    ['initiatives?populate=nope', /^400 .*nope/],
    ['initiatives?foo=1', /^400 .*foo/],
    ['regional-dynamics/rankings?foo=1', /^400 .*foo/],
    ['search?foo=1', /^400 .*foo/],
    ['initiatives/none', /^404 NotFoundError/],
    ['nothing-of-ours', /^404 NotFoundError/],
  ])('%s', async (path, sentence) => {
    expect(await refusal(path)).toMatch(sentence);
  });

  test('a method that an address does not have is named, with those it has', async () => {
    expect(await refusal('initiatives', 'POST')).toBe(
      '405 MethodNotAllowedError: POST is not possible here; HEAD, GET is.',
    );
    expect(await refusal('initiatives/none', 'DELETE')).toMatch(/^405 /);
  });
});

describe('a list of initiatives with themes, owner and territories', () => {
  const queriesOf = async (path: string) => {
    const statements: string[] = [];
    // Search works in the background, outside any request.
    const listen = ({ sql }: { sql: string }) => {
      if (app.strapi.requestContext.get()) statements.push(sql);
    };
    const { connection } = app.strapi.db;
    connection.on('query', listen);
    const answer = await ask(path);
    connection.removeListener('query', listen);
    const { data } = (await answer.json()) as { data: { themes: unknown[]; owner: object }[] };
    return { statements, data };
  };

  test('costs as many queries for 25 as for 5', async () => {
    const few = await queriesOf(`${LIST}&pagination[pageSize]=5`);
    const many = await queriesOf(`${LIST}&pagination[pageSize]=25`);
    expect([few.data.length, many.data.length]).toEqual([5, 25]);
    expect(many.data[24]).toMatchObject({
      themes: [{ name: 'Santé' }, { name: 'Éducation' }],
      owner: { name: 'Région' },
      territories: [{ name: 'Territoire 25' }],
    });
    expect(many.statements).toHaveLength(few.statements.length);
    // Six questions in two transactions: the permission, the entries, three links, the count.
    expect(many.statements).toHaveLength(10);
  });
});

test('the example for front-ends reads a region, and an entry by a former slug', async () => {
  const reader = createReader({ baseURL: `${app.url}/api` });
  const { data, meta } = await reader.initiativesOf({ nutsCode: 'EL43', locale: 'fr' });
  expect(meta.pagination).toMatchObject({ page: 1, pageCount: 1, total: 1 });
  expect(data).toMatchObject([
    {
      title: 'Initiative 7',
      themes: [{ name: 'Santé' }, { name: 'Éducation' }],
      owner: { name: 'Région' },
      territories: [{ nutsCode: 'EL43', name: 'Territoire 7' }],
    },
  ]);
  const documents = app.strapi.documents(INITIATIVE as UID.ContentType);
  const documentId = data[0]?.documentId ?? '';
  await documents.update({ documentId, data: { slug: 'septieme' } as never });
  await documents.publish({ documentId, locale: 'fr' });
  const { initiative, redirectTo } = await reader.initiativeBySlug('initiative-7');
  expect([initiative.documentId, redirectTo]).toEqual([documentId, 'septieme']);
  expect((await reader.initiativeBySlug('septieme')).redirectTo).toBe(undefined);
});

test('an address that searches too fast is told when to come back, an API token is not', async () => {
  const burst = async (headers: Record<string, string>) => {
    const asked = Array.from({ length: 10 }, () => ask('search?q=a', headers));
    return Promise.all(asked);
  };
  const refused = (await burst({})).filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(10);
  expect(await refused[0]?.json()).toMatchObject({
    error: { name: 'RateLimitError', status: 429 },
  });
  const key = await makeApiToken({ strapi: app.strapi, name: 'front-end', type: 'full-access' });
  const trusted = await burst({ authorization: `Bearer ${key}` });
  expect(new Set(trusted.map(({ status }) => status))).toEqual(new Set([503]));
});
