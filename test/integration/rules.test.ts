import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let app: TestStrapi;

beforeAll(async () => {
  app = await bootStrapi();
});

afterAll(() => app.stop());

type Data = Record<string, unknown>;
type Entry = Data & { documentId: string; reference: string; slug: string };

const documents = (uid: string) => app.strapi.documents(uid as UID.ContentType);
const create = async (uid: string, data: Data, options: Data = {}) =>
  (await documents(uid).create({ data, ...options })) as unknown as Entry;
const update = async (uid: string, documentId: string, data: Data, options: Data = {}) =>
  (await documents(uid).update({ documentId, data, ...options })) as unknown as Entry;

const INITIATIVE = 'api::iris.initiative';

/** The broken rules by their path, or nothing when there was no refusal. */
const refusals = async (action: Promise<unknown>): Promise<Record<string, string>> => {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return {};
  const { name, details } = error as {
    name: string;
    details?: { errors: { path: string[]; name: string }[] };
  };
  if (name !== 'ValidationError' || !details) throw error;
  return Object.fromEntries(details.errors.map((one) => [one.path.join('.'), one.name]));
};

const rowsOf = (uid: string) => app.strapi.db.query(uid).count();

let territory: Entry;
let theme: Entry;
let owner: Entry;

beforeAll(async () => {
  territory = await create('api::observatory.territory', {
    nativeLocale: 'el',
    nameEl: 'Κρήτη',
    nutsCode: 'EL43',
    level: 'region',
  });
  theme = await create('api::observatory.theme', { nameFr: 'Santé', nativeLocale: 'fr' });
  owner = await create('api::observatory.organisation', { name: 'Region of Crete' });
});

const complete = (): Data => ({
  title: 'Portail régional',
  summary: 'Un portail.',
  originalLocale: 'fr',
  startDate: '2006',
  themes: [theme.documentId],
  owner: owner.documentId,
  territories: [territory.documentId],
  sources: ['https://example.org/'],
});

test('all locales exist after the first start, French the default one', async () => {
  const locales: { code: string }[] = await app.strapi.plugin('i18n').service('locales').find();
  expect(locales.map(({ code }) => code).sort()).toEqual(['el', 'en', 'es', 'fr', 'pl', 'pt']);
});

test('a half-filled draft saves, with a reference and no slug', async () => {
  const draft = await create(INITIATIVE, { strap: 'rien de plus' });
  expect(draft.reference).toMatch(/^IRIS-\d{4}-\d{4}$/);
  expect(draft.slug).toBeNull();
});

test('a complete one publishes, and its neighbours share theme, owner and territory', async () => {
  const first = await create(INITIATIVE, complete(), { status: 'published' });
  const second = await create(INITIATIVE, complete(), { status: 'published' });
  expect(first.reference).toMatch(/^IRIS-2006-\d{4}$/);
  expect(second.reference).not.toBe(first.reference);
  expect([first.slug, second.slug]).toEqual(['portail-regional', 'portail-regional-2']);
  const reread = await documents(INITIATIVE).findOne({
    documentId: first.documentId,
    populate: ['themes', 'territories', 'owner'] as never,
  });
  expect(reread).toMatchObject({
    themes: [{ documentId: theme.documentId }],
    owner: { documentId: owner.documentId },
    territories: [{ documentId: territory.documentId }],
  });
});

test('every broken rule comes in one answer and nothing is written', async () => {
  const before = await rowsOf(INITIATIVE);
  const found = await refusals(
    create(INITIATIVE, {
      title: 'x'.repeat(101),
      startDate: '2008',
      endDate: '2007-12',
      website: 'ftp://example.org',
      sources: ['a book'],
      costsComplete: true,
      costs: [{ kind: 'investment', amount: 100, currency: 'EUR' }],
      funding: [{ amount: 100.01, currency: 'EUR' }],
    }),
  );
  expect(found).toEqual({
    title: 'max-length',
    endDate: 'end-after-start',
    website: 'web-address',
    'sources.0': 'sources-are-addresses',
    funding: 'funding-within-costs',
  });
  expect(await rowsOf(INITIATIVE)).toBe(before);
});

test('publication asks what is missing, and publishes nothing of several locales', async () => {
  const draft = await create(INITIATIVE, complete());
  await update(INITIATIVE, draft.documentId, { title: 'Πύλη' }, { locale: 'el' });
  const { documentId } = draft;
  const found = await refusals(documents(INITIATIVE).publish({ documentId, locale: '*' }));
  expect(found).toMatchObject({ summary: 'required' });
  expect(
    await app.strapi.db
      .query(INITIATIVE)
      .count({ where: { documentId, publishedAt: { $notNull: true } } }),
  ).toBe(0);
});

describe('sums', () => {
  test('are judged on what will stand, not on what was sent', async () => {
    const draft = await create(INITIATIVE, {
      title: 'Sommes',
      costsComplete: true,
      costs: [{ kind: 'investment', amount: 100, currency: 'EUR' }],
    });
    expect(
      await refusals(
        update(INITIATIVE, draft.documentId, { funding: [{ amount: 101, currency: 'EUR' }] }),
      ),
    ).toEqual({ funding: 'funding-within-costs' });
    await update(INITIATIVE, draft.documentId, { funding: [{ amount: 100, currency: 'EUR' }] });
  });
});
