import type { Core } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchStatus } from '../../src/plugins/search/shared/contracts';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const TERM = 'api::observatory.glossary-term';
const WATCH = 'api::observatory.watch-item';
const THEME = 'api::observatory.theme';
const LOCALES = ['el', 'en', 'es', 'fr', 'pl', 'pt'];

let engine: TestMeilisearch;
let server: TestStrapi;
let strapi: Core.Strapi;

type Delivery = { drain: (input: { timeoutMs: number }) => Promise<{ state: string }> };
type Status = { get: () => Promise<SearchStatus> };

type Data = Record<string, unknown>;
type Documents = {
  create: (input: { locale?: string; data: Data }) => Promise<{ documentId: string }>;
  update: (input: {
    documentId: string;
    locale?: string;
    data: Data;
  }) => Promise<{ documentId: string } | null>;
  publish: (input: { documentId: string; locale?: string }) => Promise<unknown>;
  unpublish: (input: { documentId: string; locale?: string }) => Promise<unknown>;
  delete: (input: { documentId: string; locale?: string }) => Promise<unknown>;
};

/** Without generated types the Document Service knows no attributes. */
const documentsOf = (uid: typeof TERM | typeof WATCH | typeof THEME) =>
  strapi.documents(uid) as unknown as Documents;

const drained = async () => {
  const delivery = strapi.plugin('search').service('delivery') as Delivery;
  expect(await delivery.drain({ timeoutMs: 30_000 })).toEqual({ state: 'drained' });
};

const status = () => (strapi.plugin('search').service('status') as Status).get();

const search = async (parameters: Record<string, string>): Promise<SearchAnswer> => {
  const response = await fetch(`${server.url}/api/search?${new URLSearchParams(parameters)}`);
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  return body as SearchAnswer;
};

const titles = async (parameters: Record<string, string>) =>
  (await search(parameters)).data.map(({ title }) => title);

/** A published glossary term in one locale. */
const publishTerm = async ({
  term,
  locale = 'fr',
  documentId,
  ...data
}: {
  term: string;
  locale?: string;
  documentId?: string;
  [attribute: string]: unknown;
}): Promise<string> => {
  const documents = documentsOf(TERM);
  const content = { term, plainDefinition: `${term}.`, originalLocale: 'fr', ...data };
  const draft = documentId
    ? await documents.update({ documentId, locale, data: content })
    : await documents.create({ locale, data: content });
  if (!draft) throw new Error('There is no such term');
  await documents.publish({ documentId: draft.documentId, locale });
  return draft.documentId;
};

const publishWatchItem = async (data: { title: string; [attribute: string]: unknown }) => {
  const item = await documentsOf(WATCH).create({
    locale: 'fr',
    data: { originalLocale: 'fr', ...data },
  });
  await documentsOf(WATCH).publish({ documentId: item.documentId, locale: 'fr' });
  return item.documentId;
};

const allowSearch = async () => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const action = 'plugin::search.search.find';
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  if (await permissions.findOne({ where: { action, role: role.id } })) return;
  await permissions.create({ data: { action, role: role.id } });
};

const makeLocales = async () => {
  const service = strapi.plugin('i18n').service('locales');
  for (const code of LOCALES) {
    if (!(await service.findByCode(code))) await service.create({ code, name: code });
  }
};

beforeAll(async () => {
  engine = await startMeilisearch();
  server = await bootStrapi({ meilisearch: engine });
  strapi = server.strapi;
  await makeLocales();
  await allowSearch();
});

afterAll(async () => {
  await server?.stop();
  await engine?.stop();
});

describe('delivery', () => {
  it('finds what is published in the index of every locale, the original where no translation is', async () => {
    const documentId = await publishTerm({ term: 'Numérimètre' });
    await publishTerm({ term: 'Digimeter', locale: 'en', documentId });
    await drained();
    const inFrench = await search({ q: 'numérimètre', locale: 'fr' });
    expect(inFrench.data).toMatchObject([
      { type: 'glossary-term', documentId, locale: 'fr', title: 'Numérimètre', isFallback: false },
    ]);
    const inEnglish = await search({ q: 'digimeter', locale: 'en' });
    expect(inEnglish.data).toMatchObject([{ documentId, locale: 'en', isFallback: false }]);
    for (const locale of ['el', 'pt', 'es', 'pl']) {
      const fallback = await search({ q: 'numérimètre', locale });
      expect(fallback.data).toMatchObject([{ documentId, locale: 'fr', isFallback: true }]);
    }
    expect(await titles({ q: 'numérimètre', locale: 'en' })).toEqual([]);
  });

  it('never shows a draft, nor the draft of a published entry', async () => {
    await documentsOf(TERM).create({ locale: 'fr', data: { term: 'Brouillonnage' } });
    const documentId = await publishTerm({ term: 'Publifié' });
    await documentsOf(TERM).update({ documentId, locale: 'fr', data: { term: 'Rebrouillonné' } });
    await drained();
    expect(await titles({ q: 'brouillonnage' })).toEqual([]);
    expect(await titles({ q: 'rebrouillonné' })).toEqual([]);
    expect(await titles({ q: 'publifié' })).toEqual(['Publifié']);
  });

  it('takes out what is unpublished and what is deleted', async () => {
    const unpublished = await publishTerm({ term: 'Dépubliable' });
    const deleted = await publishTerm({ term: 'Effaçable' });
    await drained();
    expect(await titles({ q: 'dépubliable' })).toHaveLength(1);
    expect(await titles({ q: 'effaçable' })).toHaveLength(1);
    await documentsOf(TERM).unpublish({ documentId: unpublished, locale: 'fr' });
    await documentsOf(TERM).delete({ documentId: deleted, locale: '*' });
    await drained();
    expect(await titles({ q: 'dépubliable' })).toEqual([]);
    expect(await titles({ q: 'effaçable' })).toEqual([]);
  });
});

describe('edits and the engine', () => {
  it('keeps what is edited while the engine is down and delivers it when it is back', async () => {
    await drained();
    await engine.kill();
    const begun = Date.now();
    await publishTerm({ term: 'Panneproof' });
    // As fast as ever: nothing waits for the engine.
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect((await status()).queue).toMatchObject({ waiting: 1, dead: 0 });
    const refused = await fetch(`${server.url}/api/search?q=panneproof`);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ data: null, error: { status: 503 } });
    await engine.start();
    await drained();
    expect(await titles({ q: 'panneproof' })).toEqual(['Panneproof']);
    expect((await status()).engine).toEqual({ state: 'healthy' });
  });

  it('leaves no mark of an edit that is rolled back', async () => {
    await drained();
    await engine.kill();
    const edit = strapi.db.transaction(async () => {
      await publishTerm({ term: 'Annulation' });
      throw new Error('the editor changed her mind');
    });
    await expect(edit).rejects.toThrow('changed her mind');
    expect((await status()).queue.waiting).toBe(0);
    await engine.start();
  });

  it('marks writes that do not pass the Document Service', async () => {
    const documentId = await publishTerm({ term: 'Indirectement' });
    await drained();
    await strapi.db.query(TERM).updateMany({
      where: { documentId },
      data: { term: 'Directement', plainDefinition: 'x' },
    });
    await drained();
    expect(await titles({ q: 'directement' })).toContain('Directement');
    expect(await titles({ q: 'indirectement' })).toEqual([]);
    await strapi.db.query(TERM).deleteMany({ where: { documentId } });
    await drained();
    expect(await titles({ q: 'directement' })).toEqual([]);
  });
});

describe('content', () => {
  it('shows the new name of a reference in whoever links it', async () => {
    const theme = await documentsOf(THEME).create({
      data: { reference: 'THEME-TEST-ROBOTS', name: 'Robotique', nameFr: 'Robotique' },
    });
    const documentId = await publishWatchItem({ title: 'Un article', themes: [theme.documentId] });
    await drained();
    const found = () => search({ q: 'robotique', type: 'watch-item' });
    expect((await found()).data).toMatchObject([{ documentId }]);
    await documentsOf(THEME).update({
      documentId: theme.documentId,
      data: { name: 'Automates', nameFr: 'Automates' },
    });
    await drained();
    expect((await found()).data).toEqual([]);
    const renamed = await search({ q: 'automates', type: 'watch-item' });
    expect(renamed.data).toMatchObject([{ documentId }]);
    const filtered = await search({ theme: 'THEME-TEST-ROBOTS', type: 'watch-item' });
    expect(filtered.data).toMatchObject([{ documentId }]);
    expect(filtered.meta.facets.themes).toEqual({ 'THEME-TEST-ROBOTS': 1 });
  });

  it('never shows what is for members only', async () => {
    await publishTerm({ term: 'Confidentialissime', access: 'members' });
    await drained();
    expect(await titles({ q: 'confidentialissime' })).toEqual([]);
  });

  it.each([
    ['fr', 'avion', "L'avion du conseil général"],
    ['fr', "l'avion", 'Avion sans article'],
    ['fr', 'oeuvre', 'Œuvre numérique'],
    ['fr', 'œuvre', 'Oeuvre collective'],
    ['fr', 'iles', 'Îles de Bretagne'],
    ['fr', 'îles', 'Iles du Ponant'],
    ['pl', 'lodz', 'Łódź cyfrowa'],
    ['pl', 'zolty', 'Żółty szlak'],
    ['pl', 'malopolska', 'Małopolska w sieci'],
    ['el', 'αγαπητος', 'Αγαπητός πολίτης'],
    ['el', 'ΚΡΗΤΗ', 'Ψηφιακή Κρήτη'],
    ['pt', 'coracao', 'Coração digital'],
    ['es', 'canarias', 'Islas Canarias en red'],
    ['es', 'espana', 'España digital'],
  ])('in %s finds %s', async (locale, q, term) => {
    await publishTerm({ term, locale, originalLocale: locale });
    await drained();
    expect((await titles({ q, locale })).slice(0, 3)).toContain(term);
  });
});

describe('GET /api/search', () => {
  it.each([
    ['page', '0'],
    ['pageSize', '101'],
    ['locale', 'xx'],
    ['type', 'interview'],
    ['nonsense', '1'],
  ])('refuses %s=%s by name', async (name, value) => {
    const response = await fetch(
      `${server.url}/api/search?${new URLSearchParams({ [name]: value })}`,
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { name: 'ValidationError', details: { errors: [{ path: [name] }] } },
    });
  });

  it('marks the words that were found, as HTML that is safe', async () => {
    await publishTerm({ term: 'Balise <script>alert(1)</script>' });
    await drained();
    const { data } = await search({ q: 'balise' });
    expect(data[0]?.highlights.title).toBe(
      '<mark>Balise</mark> &lt;script&gt;alert(1)&lt;/script&gt;',
    );
  });
});
