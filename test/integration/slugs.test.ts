import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusals } from '../support/refusals';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const PROJECT = 'api::observatory.project';
const THEME = 'api::observatory.theme';
const FORMER = 'api::slugs.former-slug';

type Data = Record<string, unknown>;
type Entry = Data & { documentId: string; slug: string; locale: string };

let app: TestStrapi;

const documents = (uid: string) => app.strapi.documents(uid as UID.ContentType);
const create = async (uid: string, data: Data, options: Data = {}) =>
  (await documents(uid).create({ data, ...options })) as unknown as Entry;
const update = async (uid: string, documentId: string, data: Data, options: Data = {}) =>
  (await documents(uid).update({ documentId, data, ...options })) as unknown as Entry;
const publish = (documentId: string, locale: string) =>
  documents(PROJECT).publish({ documentId, locale });

const published = (title: string, data: Data = {}) =>
  create(
    PROJECT,
    { title, summary: 'S', kind: 'action', ...data },
    { locale: 'fr', status: 'published' },
  );

const get = async (path: string, token?: string) => {
  const response = await fetch(`${app.url}/api/${path}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  const body = (await response.json()) as { data: Entry | null };
  return { status: response.status, data: body.data };
};

/** What a slug leads to: the title that is answered, or the status where there is none. */
const titleBy = async (slug: string, query = '') => {
  const { status, data } = await get(`projects/by-slug/${slug}${query}`);
  return data?.title ?? status;
};

const formerSlugs = async (): Promise<string[]> => {
  const rows: { slug: string }[] = await app.strapi.db.query(FORMER).findMany();
  return rows.map(({ slug }) => slug);
};

beforeAll(async () => {
  app = await bootStrapi();
});

afterAll(() => app?.stop());

test('the slug of any locale finds the entry, in its locale unless another is asked', async () => {
  const { documentId } = await published('Portail de Crète');
  await update(PROJECT, documentId, { title: 'Πύλη Κρήτης', summary: 'Σ' }, { locale: 'el' });
  expect(await titleBy('pyli-kritis')).toBe(404);
  await publish(documentId, 'el');
  expect(await titleBy('portail-de-crete')).toBe('Portail de Crète');
  expect(await titleBy('pyli-kritis')).toBe('Πύλη Κρήτης');
  expect(await titleBy('pyli-kritis', '?locale=fr')).toBe('Portail de Crète');
  expect(await titleBy('pyli-kritis', '?locale=es')).toBe(404);
  const { data } = await get('projects/by-slug/pyli-kritis?fields=slug');
  expect(data).toEqual({ id: expect.any(Number), documentId, slug: 'pyli-kritis' });
  expect((await get('projects/by-slug/pyli-kritis?populate=secrets')).status).toBe(400);
  expect((await get('projects/by-slug/pyli-kritis?where=1')).status).toBe(400);
});

test('a slug that was public leads to the entry, whatever it is called now', async () => {
  const { documentId } = await published('Ancien nom');
  await update(PROJECT, documentId, { title: 'Brouillon', slug: 'jamais-public' });
  await update(PROJECT, documentId, { title: 'Nouveau nom', slug: 'nouveau-nom' });
  expect(await titleBy('nouveau-nom')).toBe(404);
  await publish(documentId, 'fr');
  expect(await titleBy('nouveau-nom')).toBe('Nouveau nom');
  const { status, data } = await get('projects/by-slug/ancien-nom');
  expect({ status, slug: data?.slug }).toEqual({ status: 200, slug: 'nouveau-nom' });
  expect(await titleBy('jamais-public')).toBe(404);

  await documents(PROJECT).unpublish({ documentId, locale: 'fr' });
  expect(await titleBy('nouveau-nom')).toBe(404);
  await update(PROJECT, documentId, { title: 'Troisième nom', slug: 'troisieme-nom' });
  await publish(documentId, 'fr');
  for (const slug of ['ancien-nom', 'nouveau-nom', 'troisieme-nom']) {
    expect(await titleBy(slug)).toBe('Troisième nom');
  }
});

test('a former slug is taken for others and free for its own entry', async () => {
  const { documentId } = await published('Premier');
  await update(PROJECT, documentId, { title: 'Second', slug: 'second' });
  await publish(documentId, 'fr');
  const stolen = create(PROJECT, { title: 'x', slug: 'premier' }, { locale: 'fr' });
  expect(await refusals(stolen)).toEqual({ slug: 'unique-slug' });
  await expect(create(PROJECT, { title: 'x', slug: 'premier' })).rejects.toThrow(
    '"premier" is a former slug of another entry (fr)',
  );
  expect((await create(PROJECT, { title: 'Premier' })).slug).toBe('premier-2');

  const back = await update(PROJECT, documentId, { title: 'Premier', slug: 'premier' });
  expect(back.slug).toBe('premier');
  await publish(documentId, 'fr');
  expect(await titleBy('premier')).toBe('Premier');
  expect(await titleBy('second')).toBe('Premier');
});

test('a former slug of one locale stays when that locale goes, and goes with the document', async () => {
  const { documentId } = await published('Projet');
  await update(PROJECT, documentId, { title: 'Proyecto', summary: 'S' }, { locale: 'es' });
  await publish(documentId, 'es');
  await documents(PROJECT).delete({ documentId, locale: 'es' });
  expect(await titleBy('proyecto')).toBe(404);
  expect(await titleBy('proyecto', '?locale=fr')).toBe('Projet');
  expect((await create(PROJECT, { title: 'Proyecto' })).slug).toBe('proyecto-fr');
  await documents(PROJECT).delete({ documentId, locale: '*' });
  expect(await formerSlugs()).not.toContain('proyecto');
  expect((await create(PROJECT, { title: 'x', slug: 'proyecto' })).slug).toBe('proyecto');
});

test('what a document that is gone past the Document Service had is free', async () => {
  const { documentId } = await published('Disparu');
  await update(PROJECT, documentId, { title: 'Autre', slug: 'autre' });
  await publish(documentId, 'fr');
  await app.strapi.db.query(PROJECT).deleteMany({ where: { documentId } });
  expect(await formerSlugs()).toContain('disparu');
  expect(await titleBy('disparu')).toBe(404);
  const heir = await published('Disparu');
  expect(heir.slug).toBe('disparu');
  await update(PROJECT, heir.documentId, { title: 'Encore', slug: 'encore' });
  await publish(heir.documentId, 'fr');
  expect(await titleBy('disparu')).toBe('Encore');
});

test('a publication that fails keeps nothing', async () => {
  const { documentId } = await published('Stable');
  await update(PROJECT, documentId, { title: 'Autre stable', slug: 'autre-stable' });
  await expect(
    app.strapi.db.transaction(async () => {
      await publish(documentId, 'fr');
      throw new Error('later in the same transaction');
    }),
  ).rejects.toThrow('later');
  expect(await formerSlugs()).not.toContain('stable');
  expect(await titleBy('stable')).toBe('Stable');
});

test('reference types have one slug, and a name in the asked language', async () => {
  const { documentId } = await create(THEME, {
    nameFr: 'Santé',
    nameEl: 'Υγεία',
    nativeLocale: 'fr',
  });
  await update(THEME, documentId, { slug: 'sante-publique' });
  for (const slug of ['sante', 'sante-publique']) {
    const { data } = await get(`themes/by-slug/${slug}?locale=el`);
    expect(data).toMatchObject({ documentId, name: 'Υγεία', slug: 'sante-publique' });
  }
});

describe('access', () => {
  test('is that of findOne: members, drafts, permission', async () => {
    await published('Réservé', { access: 'members' });
    expect(await titleBy('reserve')).toBe(404);
    await create(PROJECT, { title: 'Inédit' }, { locale: 'fr' });
    expect(await titleBy('inedit')).toBe(404);
    expect((await get('projects/by-slug/inedit?status=draft')).status).toBe(403);

    const { accessKey } = await app.strapi.service('admin::api-token-content-api').create({
      name: 'preview',
      description: '',
      kind: 'content-api',
      type: 'custom',
      lifespan: null,
      permissions: [`${PROJECT}.findOne`, 'plugin::access.drafts.read'],
    });
    const draft = await get('projects/by-slug/inedit?status=draft', accessKey);
    expect(draft.data).toMatchObject({ title: 'Inédit' });
    expect((await get('themes/by-slug/sante', accessKey)).status).toBe(403);
  });

  test('every public type with a slug has the route, and no other type', async () => {
    const layers = app.strapi.server.api('content-api').listRoutes() as { path: string }[];
    const has = (path: string) => layers.some((layer) => layer.path === path);
    const types = Object.values(app.strapi.contentTypes).filter(({ uid }) =>
      uid.startsWith('api::'),
    );
    const served = types.filter(({ info }) => has(`/api/${info.pluralName}/:id`));
    const bySlug = types.filter(({ info }) => has(`/api/${info.pluralName}/by-slug/:slug`));
    expect(bySlug.length).toBeGreaterThan(20);
    expect(bySlug).toEqual(served.filter(({ attributes }) => 'slug' in attributes));
    for (const { info } of bySlug) {
      expect((await get(`${info.pluralName}/by-slug/nobody`)).status).toBe(404);
    }
    expect(has('/api/former-slugs')).toBe(false);
  });

  test.each(['%00', '%27', 'a'.repeat(300), '..%2f', '%25'])(
    'what is no slug is not found: %s',
    async (slug) => {
      expect((await get(`projects/by-slug/${slug}`)).status).toBe(404);
    },
  );
});
