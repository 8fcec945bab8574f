import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Filled, fillContent } from '../support/fill-content';
import { createValidator, type OpenApi, parametersOf } from '../support/openapi';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;
let document: OpenApi;
let filled: Filled;
let token: string;

const get = async (path: string, authorized = false) => {
  const headers = authorized ? { authorization: `Bearer ${token}` } : undefined;
  const response = await fetch(`${app.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as Answer };
};

type Answer = { data?: Record<string, unknown>[] | Record<string, unknown> };

const pathOf = (uid: string) =>
  `/api/${app.strapi.contentType(uid as UID.ContentType).info.pluralName}`;

/** The type behind a path of entries, or undefined. */
const typeOf = (path: string): string | undefined =>
  Object.keys(filled).find((uid) => pathOf(uid) === path.split('/').slice(0, 3).join('/'));

const address = (path: string): string => {
  const entry = filled[typeOf(path) ?? ''];
  return path.replace('{id}', entry?.documentId ?? 'none').replace('{slug}', entry?.slug ?? 'none');
};

/** A value for each parameter that is not bound to a list of values. */
const VALUES: Record<string, string> = {
  fields: 'fields=createdAt,documentId',
  populate: 'populate=*',
  sort: 'sort=createdAt:desc,id',
  filters: 'filters[id][$gt]=0',
  pagination: 'pagination[page]=1&pagination[pageSize]=5&pagination[withCount]=false',
  locale: 'locale=fr',
  languages: 'languages=fr',
  year: 'year=2018',
  seeks: 'seeks=partners',
  initiatives: 'initiatives=IRIS-2006-0001',
};

/** Where a route takes other values than the entries' routes. */
const OWN_VALUES: Record<string, Record<string, string>> = {
  '/api/regional-dynamics/compare': { territories: 'territories=FR10,PL21' },
  '/api/regional-dynamics/pairwise': { territories: 'territories=FR10,PL21' },
  '/api/regional-dynamics/compare/chart.svg': { territories: 'territories=FR10,PL21' },
  '/api/search': {
    filters: 'filters[$or][0][themes][$in][0]=a&filters[$or][1][start][$gte]=2006',
    sort: 'sort=start:desc,distance',
    pagination: 'pagination[start]=3&pagination[limit]=5',
    fields: 'fields=title,geo,start',
    near: 'near=32.75,-17,50',
    bbox: 'bbox=-17.3,32.4,-16.2,33.2',
  },
};

type Parameter = { name: string; schema: Record<string, unknown> };

const valid = (path: string, { name, schema }: Parameter): string => {
  const options = (schema.enum ?? (schema.items as { enum?: string[] })?.enum) as string[];
  return (
    OWN_VALUES[path]?.[name] ??
    VALUES[name] ??
    `${name}=${options?.[0] ?? schema.minimum ?? 'region'}`
  );
};

beforeAll(async () => {
  app = await bootStrapi();
  document = (await get('/api/openapi.json')).body as unknown as OpenApi;
  const served = Object.keys(app.strapi.contentTypes).filter(
    (uid) => uid.startsWith('api::') && document.paths[pathOf(uid)],
  );
  filled = await fillContent({ strapi: app.strapi, uids: served });
  ({ accessKey: token } = await app.strapi.service('admin::api-token-content-api').create({
    name: 'all',
    description: '',
    kind: 'content-api',
    type: 'full-access',
    lifespan: null,
  }));
}, 300_000);

afterAll(() => app?.stop());

describe('the document', () => {
  test('is OpenAPI 3.1, and all that it refers to is in it', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    for (const [, pointer = ''] of references) {
      const found = pointer
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      expect(found, pointer).toBeDefined();
    }
    const ids = Object.values(document.paths).map(({ get: { operationId } }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const path of Object.keys(document.paths)) {
      const inPath = parametersOf(document, path).filter((one) => one.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  test('has every read of the content API, and none of the panel, of accounts or of uploads', () => {
    const layers = app.strapi.server.api('content-api').listRoutes() as {
      path: string;
      methods: string[];
    }[];
    // Approvals are a page for an initiative's owner, no data.
    const foreign =
      /^\/api\/(content-type-builder|upload|users|auth|connect|i18n|email|approvals)|^\/api$/;
    const reads = layers
      .filter(({ methods, path }) => methods.includes('GET') && !foreign.test(path))
      .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
    const own = Object.keys(document.paths).concat('/api/openapi.json');
    expect(own.sort()).toEqual([...new Set(reads)].sort());
  });

  test('names nothing private', () => {
    for (const type of ['Interview', 'Registration', 'SteeringDecision', 'Application']) {
      expect(Object.keys(document.components.schemas)).not.toContain(type);
    }
    const person = Object.keys(document.components.schemas.Person?.properties ?? {});
    expect(person).toContain('name');
    expect(person).not.toContain('email');
    expect(person).not.toContain('phone');
  });
});

/** What is answered without an engine and without an edition. */
const ELSE: Record<string, number> = {
  '/api/search': 503,
  '/api/search/suggest': 503,
  '/api/search/token': 404,
  '/api/search/health': 503,
  '/api/regional-dynamics/rankings': 404,
  '/api/regional-dynamics/rankings/chart.svg': 404,
  '/api/regional-dynamics/territories/{unit}/chart.svg': 404,
  '/api/regional-dynamics/compare/chart.svg': 404,
  '/api/regional-dynamics/editions/{reference}/chart.svg': 404,
  '/api/regional-dynamics/territories/{unit}': 404,
  '/api/regional-dynamics/territories/{unit}/activity': 404,
  '/api/regional-dynamics/territories/{unit}/groups': 404,
  '/api/regional-dynamics/statistics': 404,
  '/api/regional-dynamics/uncertainty': 404,
  '/api/regional-dynamics/pairwise': 404,
  '/api/regional-dynamics/compare': 404,
  '/api/regional-dynamics/editions/{reference}': 404,
};

test('every operation answers as documented, with and without its parameters', async () => {
  const { problems } = createValidator(document);
  const found: string[] = [];
  for (const path of Object.keys(document.paths)) {
    const needsToken = path.startsWith('/api/access/');
    const parameters = parametersOf(document, path).filter((one) => one.in === 'query');
    const all = parameters.map((one) => valid(path, one)).join('&');
    const isList = typeOf(path) !== undefined && !path.includes('{');
    const calls = [
      ...(parameters.some(({ required }) => required)
        ? []
        : [{ query: '', authorized: needsToken }]),
      ...(parameters.length > 0 ? [{ query: `?${all}`, authorized: needsToken }] : []),
      ...(typeOf(path) ? [{ query: '?populate=*', authorized: false }] : []),
    ];
    for (const { query, authorized } of calls) {
      const answer = await get(`${address(path)}${query}`, authorized);
      const expected = ELSE[path] ?? 200;
      if (answer.status !== expected) {
        found.push(`${path}${query} answers ${answer.status}: ${JSON.stringify(answer.body)}`);
      }
      found.push(...problems({ path, ...answer }));
      if (isList && query === '') expect(answer.body.data, path).toHaveLength(1);
    }
    const refused = await get(`${address(path)}?nothing-of-ours=1`, needsToken);
    if (refused.status !== 400 && !needsToken) found.push(`${path} takes unknown parameters`);
    if (refused.status === 400) found.push(...problems({ path, ...refused }));
  }
  expect(found).toEqual([]);
}, 240_000);

test('an entry has what its schema names, and nothing else', async () => {
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    if (!path.endsWith('{id}')) continue;
    const { body } = await get(`${address(path)}?populate=*`);
    const name = operation.operationId.replace(/^get/, '');
    const documented = Object.keys(document.components.schemas[name]?.properties ?? {});
    expect([path, Object.keys(body.data ?? {}).sort()]).toEqual([path, documented.sort()]);
  }
});

test('what is not there, or not for the caller, is documented too', async () => {
  const { problems } = createValidator(document);
  for (const [path, call] of [
    ['/api/initiatives/{id}', '/api/initiatives/none'],
    ['/api/initiatives/by-slug/{slug}', '/api/initiatives/by-slug/none'],
    ['/api/initiatives', '/api/initiatives?status=draft'],
    ['/api/access/drafts', '/api/access/drafts'],
  ] as const) {
    const answer = await get(call);
    expect([403, 404]).toContain(answer.status);
    expect(problems({ path, ...answer })).toEqual([]);
  }
});
