import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusals } from '../support/refusals';
import { bootStrapi, type TestStrapi } from '../support/strapi';

type Entry = { documentId: string; reference: string };
type Answer = {
  data: Entry[];
  meta: { pagination: { total: number; pageCount: number } };
  error?: { name: string; message: string; details: { errors: { path: string[] }[] } };
};

const CALL = 'api::hub.funding-call';
const DATASET = 'api::repertoire.dataset';
const INITIATIVE = 'api::iris.initiative';
const PERSON = 'api::observatory.person';

let app: TestStrapi;

const create = async (uid: string, data: object, status: 'draft' | 'published' = 'published') =>
  (await app.strapi.documents(uid as UID.ContentType).create({
    data: data as never,
    ...(uid === PERSON ? {} : { status }),
  })) as unknown as Entry;

const get = async (path: string) => {
  const response = await fetch(`${app.url}/api/${path}`);
  return { status: response.status, body: (await response.json()) as Answer };
};

/** References of the answer, checked against its total. */
const found = async (path: string): Promise<string[]> => {
  const { status, body } = await get(path);
  expect(body.error).toBeUndefined();
  expect(status).toBe(200);
  expect(body.meta.pagination.total).toBe(body.data.length);
  return body.data.map(({ reference }) => reference).sort();
};

const call = (reference: string, data: object, status?: 'draft') =>
  create(
    CALL,
    {
      reference,
      title: reference,
      summary: 'S',
      source: 'regional',
      openingDate: '2027-01-01',
      deadlineModel: 'continuous',
      originalLocale: 'fr',
      ...data,
    },
    status,
  );

beforeAll(async () => {
  app = await bootStrapi();
  await call('CALL-REGION', { strata: ['region'], typesOfAction: ['Étude', "L'appui"] });
  await call('CALL-BOTH', { strata: ['municipality', 'region'], typesOfAction: ['a%"b'] });
  await call('CALL-ISLAND', { strata: ['island'] });
  await call('CALL-NONE', {});
  await call('CALL-MEMBERS', { strata: ['region'], access: 'members' });
  await call('CALL-DRAFT', { strata: ['region'] }, 'draft');
});

afterAll(async () => {
  await app?.stop();
});

test('the field is stored as json is, and says what it holds', () => {
  const column = app.strapi.db.metadata.get(CALL).attributes.strata;
  expect(column).toMatchObject({ type: 'json', columnName: 'strata' });
  expect(app.strapi.contentTypes[CALL as UID.ContentType]?.attributes.strata).toMatchObject({
    type: 'json',
    customField: 'global::string-list',
    options: { holds: 'strata' },
  });
});

describe('a parameter of its own', () => {
  test.each([
    ['strata=region', ['CALL-BOTH', 'CALL-REGION']],
    ['strata=municipality,island', ['CALL-BOTH', 'CALL-ISLAND']],
    ['strata=municipality&strata=island', ['CALL-BOTH', 'CALL-ISLAND']],
    ['strata[]=department', []],
    ['strata=region&filters[reference][$ne]=CALL-BOTH', ['CALL-REGION']],
    ['strata=region&filters[$or][0][reference]=CALL-ISLAND', []],
    ['strata=region&typesOfAction=%C3%89tude', ['CALL-REGION']],
    ["typesOfAction=L'appui", ['CALL-REGION']],
    ['typesOfAction=a%25%22b', ['CALL-BOTH']],
    ['typesOfAction=tude', []],
    ["typesOfAction=x')%20or%201=1--", []],
    ['strata=region&locale=el', []],
  ])('%s finds and counts the entries that hold any of the words', async (query, references) => {
    expect(await found(`funding-calls?${query}`)).toEqual(references);
  });

  test('pages as the list does', async () => {
    const { body } = await get('funding-calls?strata=region&pagination[pageSize]=1&sort=reference');
    expect(body.data).toMatchObject([{ reference: 'CALL-BOTH' }]);
    expect(body.meta.pagination).toMatchObject({ total: 2, pageCount: 2 });
  });

  test.each([
    ['strata=village', '"village"', 'municipality, intercommunality'],
    ['strata=region,', 'an empty word', 'leave the parameter out'],
    ['strata[a]=region', '[object Object]', 'municipality'],
    [`typesOfAction=${Array.from({ length: 51 }, (_, i) => i)}`, '51 words', 'at most 50'],
  ])('%s is refused, naming the parameter and what it may be', async (query, what, may) => {
    const { status, body } = await get(`funding-calls?${query}`);
    expect(status).toBe(400);
    expect(body.error?.name).toBe('ValidationError');
    expect(body.error?.message).toContain(what);
    expect(body.error?.message).toContain(may);
    expect(body.error?.details.errors).toMatchObject([{ path: [query.split(/[=[]/)[0]] }]);
  });

  test('stands on lists alone, and lets no draft out', async () => {
    const [entry] = (await get('funding-calls?strata=region')).body.data;
    expect((await get(`funding-calls/${entry?.documentId}?strata=region`)).status).toBe(400);
    expect((await get('themes?strata=region')).status).toBe(400);
    expect((await get('funding-calls?strata=region&status=draft')).status).toBe(403);
  });

  test('finds by a list in a component', async () => {
    const theme = await create('api::observatory.theme', { name: 'T' });
    const owner = await create('api::observatory.organisation', { name: 'O' });
    const territory = await create('api::observatory.territory', { name: 'C', level: 'region' });
    const initiative = (reference: string, contextFit: object) =>
      create(INITIATIVE, {
        reference,
        title: reference,
        strap: 'S',
        summary: 'S',
        problem: 'P',
        solution: 'S',
        stage: 'deployed',
        startDate: '2007',
        sources: ['https://example.org'],
        quality: 'documented',
        themes: [theme.documentId],
        owner: owner.documentId,
        territories: [territory.documentId],
        contextFit,
        originalLocale: 'fr',
      });
    await initiative('IRIS-2007-0001', { strata: ['island', 'region'] });
    await initiative('IRIS-2007-0002', { strata: ['state'] });
    expect(await found('initiatives?strata=island,other')).toEqual(['IRIS-2007-0001']);
  });

  test('shows no person who has not agreed', async () => {
    await create(PERSON, { reference: 'PERSON-1', name: 'A', languages: ['fr', 'el'] });
    const agreed = { consent: true, publicRole: true };
    await create(PERSON, { reference: 'PERSON-2', name: 'B', languages: ['el'], ...agreed });
    expect(await found('people?languages=el,pt-PT')).toEqual(['PERSON-2']);
    expect((await get('people?languages=Greek')).body.error?.message).toContain('pt-PT');
  });
});

test('keywords are searched in the language of the row', async () => {
  const french = await create(
    DATASET,
    {
      title: 'Eau',
      originalLocale: 'fr',
      keywords: ['eau potable', 'assainissement'],
    },
    'draft',
  );
  await app.strapi.documents(DATASET as UID.ContentType).update({
    documentId: french.documentId,
    locale: 'el',
    data: { title: 'Νερό', keywords: ['πόσιμο νερό'] } as never,
  });
  const count = (locale: string, keywords: string) =>
    app.strapi
      .documents(DATASET as UID.ContentType)
      .count({ locale, status: 'draft', keywords } as never);
  expect(await count('fr', 'eau potable')).toBe(1);
  expect(await count('el', 'eau potable')).toBe(0);
  expect(await count('el', 'πόσιμο νερό')).toBe(1);
});

test('a wrong list is refused, with its place and rule', async () => {
  expect(
    await refusals(
      call('CALL-WRONG', {
        strata: ['region', 'village', 'region'],
        typesOfAction: ['a, b', ' c', 'd'.repeat(121)],
      }),
    ),
  ).toEqual({
    'strata.1': 'known-strata',
    'strata.2': 'known-strata',
    'typesOfAction.0': 'list-of-keywords',
    'typesOfAction.1': 'list-of-keywords',
    'typesOfAction.2': 'list-of-keywords',
  });
});

test('an address may be as long as the schema says', async () => {
  const address = `https://example.org/${'a'.repeat(2028)}`;
  const organisation = await create('api::observatory.organisation', {
    name: 'L',
    website: address,
  });
  expect(organisation).toMatchObject({ website: address });
  expect(
    await refusals(create('api::observatory.organisation', { name: 'L', website: `${address}a` })),
  ).toEqual({ website: 'max-length' });
  const territory = await create('api::observatory.territory', {
    name: 'T',
    level: 'region',
    sources: [address],
  });
  expect(territory).toMatchObject({ sources: [address] });
});
