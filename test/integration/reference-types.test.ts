import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;

type Data = Record<string, unknown>;
type Entry = Data & { documentId: string; reference: string; slug: string; name: string };

const documents = (uid: string) => app.strapi.documents(uid as UID.ContentType);
const create = async (uid: string, data: Data, options: Data = {}) =>
  (await documents(uid).create({ data, ...options })) as unknown as Entry;
const update = async (uid: string, documentId: string, data: Data) =>
  (await documents(uid).update({ documentId, data })) as unknown as Entry;

const TERRITORY = 'api::observatory.territory';
const PERSON = 'api::observatory.person';

/** Opens the public API of these types, as the application's own setup does for its visitors. */
const openToPublic = async (uids: string[]) => {
  const role: { id: number } = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  for (const uid of uids) {
    for (const action of [`${uid}.find`, `${uid}.findOne`]) {
      const data = { action, role: role.id };
      const permissions = app.strapi.db.query('plugin::users-permissions.permission');
      if (!(await permissions.findOne({ where: data }))) await permissions.create({ data });
    }
  }
};

const get = async (path: string) => {
  const response = await fetch(`${app.url}/api${path}`);
  return { status: response.status, body: (await response.json()) as { data: Data & Data[] } };
};

let crete: Entry;
let initiative: Entry;

beforeAll(async () => {
  app = await bootStrapi();
  await openToPublic([
    TERRITORY,
    PERSON,
    'api::observatory.theme',
    'api::observatory.organisation',
    'api::iris.initiative',
  ]);
  crete = await create(TERRITORY, {
    nativeLocale: 'el',
    nameEl: 'Κρήτη',
    nameFr: 'Crète',
    nameEn: 'Crete',
    nutsCode: 'EL43',
    nutsHistory: [{ code: 'GR43', version: '2006' }],
    level: 'region',
  });
  const theme = await create('api::observatory.theme', { nativeLocale: 'fr', nameFr: 'Santé' });
  const owner = await create('api::observatory.organisation', { name: 'Περιφέρεια Κρήτης' });
  initiative = await create(
    'api::iris.initiative',
    {
      title: 'Υγεία',
      summary: 'Τηλεϊατρική.',
      originalLocale: 'el',
      themes: [theme.documentId],
      owner: owner.documentId,
      territories: [crete.documentId],
      sources: ['https://example.org/'],
    },
    { locale: 'el', status: 'published' },
  );
});

afterAll(() => app.stop());

test('reference, slug and native name are made by the server', async () => {
  expect(crete).toMatchObject({ reference: 'NUTS-EL43', slug: 'kriti', name: 'Κρήτη' });
  const lodz = await create(TERRITORY, { name: 'Łódź', level: 'municipality' });
  expect(lodz).toMatchObject({ reference: 'TERRITORY-0001', slug: 'lodz' });
});

test('the stored name follows the native one, unless it is its own', async () => {
  const place = await create(TERRITORY, { nativeLocale: 'pl', namePl: 'Łódz', level: 'region' });
  const mended = await update(TERRITORY, place.documentId, { namePl: 'Łódź', name: 'Łódz' });
  expect(mended.name).toBe('Łódź');
  const own = await update(TERRITORY, place.documentId, { name: 'Boat' });
  expect(own.name).toBe('Boat');
  expect((await update(TERRITORY, place.documentId, { namePl: 'X' })).name).toBe('Boat');
});

describe('names', () => {
  test.each([
    ['', 'Κρήτη'],
    ['?locale=el', 'Κρήτη'],
    ['?locale=fr', 'Crète'],
    ['?locale=en', 'Crete'],
    ['?locale=pl', 'Crète'],
    ['?locale=en&fields=name', 'Crete'],
  ])('GET %s answers %s', async (query, name) => {
    const { status, body } = await get(`/territories/${crete.documentId}${query}`);
    expect([status, body.data?.name]).toEqual([200, name]);
  });

  test('nothing but what was asked for is answered', async () => {
    const { body } = await get(`/territories/${crete.documentId}?locale=en&fields=name`);
    expect(Object.keys(body.data).sort()).toEqual(['documentId', 'id', 'name']);
  });

  test.each([
    ['?locale=el&populate=*', 'Κρήτη'],
    ['?locale=el&populate[territories][fields][0]=name', 'Κρήτη'],
    ['?locale=el&populate=territories', 'Κρήτη'],
  ])('populated ones follow the entry: %s', async (query, name) => {
    const { status, body } = await get(`/initiatives${query}`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject([{ territories: [{ name }] }]);
  });

  test('populated ones are in the asked locale', async () => {
    const found = await documents('api::iris.initiative').update({
      documentId: initiative.documentId,
      locale: 'en',
      data: { title: 'Health', territories: [crete.documentId] },
    });
    expect(found).toBeTruthy();
    const draft = await documents('api::iris.initiative').findOne({
      documentId: initiative.documentId,
      locale: 'en',
      populate: { territories: { fields: ['name'] } } as never,
    });
    expect(draft).toMatchObject({ territories: [{ name: 'Crete' }] });
    const [territory] = (draft as unknown as { territories: Data[] }).territories;
    expect(Object.keys(territory ?? {}).sort()).toEqual(['documentId', 'id', 'name']);
  });
});

test('former NUTS codes resolve', async () => {
  const resolve = (code: string) => app.strapi.service(TERRITORY).resolveNuts({ code });
  expect(await resolve('GR43')).toMatchObject({ kind: 'alias', currentCode: 'EL43' });
  expect(await resolve('EL43')).toMatchObject({ kind: 'current' });
  expect(await resolve('FR62')).toMatchObject({ kind: 'unknown' });
  expect(await resolve('Crete!')).toMatchObject({ kind: 'malformed' });
});

test('the public API knows only persons who consented and have a public role', async () => {
  const shown = await create(PERSON, {
    name: 'A',
    consent: true,
    publicRole: true,
    email: 'a@example.org',
  });
  const noConsent = await create(PERSON, { name: 'B', publicRole: true });
  const noRole = await create(PERSON, { name: 'C', consent: true });
  const list = await get('/people');
  expect(list.body.data.map(({ name }) => name)).toEqual(['A']);
  expect((await get(`/people?filters[name]=B`)).body.data).toEqual([]);
  expect((await get(`/people/${shown.documentId}`)).body.data).not.toHaveProperty('email');
  expect((await get(`/people/${noConsent.documentId}`)).status).toBe(404);
  expect((await get(`/people/${noRole.documentId}`)).status).toBe(404);
  expect((await get('/people?filters[email][$startsWith]=a')).status).toBe(400);
});

test('nothing can be written by the public API, and interviews have no route', async () => {
  const { documentId } = crete;
  for (const [method, path] of [
    ['POST', '/territories'],
    ['PUT', `/territories/${documentId}`],
    ['DELETE', `/territories/${documentId}`],
    ['GET', '/interviews'],
  ]) {
    const response = await fetch(`${app.url}/api${path}`, { method: method ?? 'GET' });
    expect([404, 405]).toContain(response.status);
  }
});
