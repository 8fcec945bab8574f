import type { UID } from '@strapi/strapi';
import { omit } from 'lodash';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, signInAs } from '../support/admin';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const ITEM = 'api::observatory.watch-item';
const TERRITORY = 'api::observatory.territory';
const LOCALES = ['fr', 'el', 'pt', 'es', 'pl'] as const;
const CM = '/content-manager/collection-types';

let app: TestStrapi;
let SHARED: Record<string, unknown>;
/** Of a save; a type without drafts gets a new `publishedAt` too. */
const TRACES = ['updatedAt', 'updatedBy', 'publishedAt'];
const TEXTS_AND_TRACES = ['title', 'slug', ...TRACES];

type Row = Record<string, unknown>;

const columnOf = (locale: string) => `name${locale.charAt(0).toUpperCase()}${locale.slice(1)}`;

/** Every row of an entry, drafts and published, with all it links to. */
const rowsOf = async (uid: string, documentId: string): Promise<Row[]> =>
  app.strapi.db.query(uid).findMany({
    where: { documentId },
    populate: true,
    orderBy: { id: 'asc' },
  });

const documents = (uid: string) => app.strapi.documents(uid as UID.ContentType);

/** A published entry with these locales, the first of which is its original. */
const entryIn = async (locales: string[]): Promise<string> => {
  const [original, ...others] = locales;
  const shared = { url: 'https://example.org/', date: '2026-01-15' };
  const { documentId } = await documents(ITEM).create({
    locale: original,
    status: 'published',
    data: { title: `Titre ${original}`, ...shared } as never,
  });
  for (const locale of others) {
    await documents(ITEM).update({
      documentId,
      locale,
      status: 'published',
      data: { title: `Titre ${locale}` } as never,
    });
  }
  return documentId;
};

const create = async (uid: string, data: Record<string, unknown>): Promise<string> =>
  (await documents(uid).create({ data: data as never })).documentId;

beforeAll(async () => {
  app = await bootStrapi();
  const theme = await create('api::observatory.theme', { name: 'Autre' });
  SHARED = {
    url: 'https://changed.example/',
    date: '1999-01-01',
    access: 'members',
    licence: 'Autre',
    themes: { connect: [{ documentId: theme }] },
  };
});

afterAll(() => app.stop());

describe.each(LOCALES)('in %s', (locale) => {
  const origin = locale === 'fr' ? 'es' : 'fr';
  const absent = locale === 'pl' ? 'pt' : 'pl';
  let partner: Ask;
  let reviewer: Ask;
  /** Started elsewhere, translated; started here, translated into English. */
  let foreign: string;
  let own: string;
  let untranslated: string;

  beforeAll(async () => {
    partner = await signInAs(app, `partner-${locale}`);
    reviewer = await signInAs(app, `reviewer-${locale}`);
    foreign = await entryIn([origin, locale, 'en']);
    own = await entryIn([locale, 'en']);
    untranslated = await entryIn([origin]);
  });

  const attempts = (id: string, own: string): [string, string, string, unknown?][] => {
    const item = `${CM}/${ITEM}/${id}`;
    const data = { title: 'Changé', url: 'https://changed.example/' };
    const bulk = (action: string, where: unknown) => [
      'POST',
      `${CM}/${ITEM}/actions/${action}`,
      { documentIds: [id], locale: where },
    ];
    return [
      ['save the original', 'PUT', `${item}?locale=${origin}`, data],
      ['save the original, named in the body', 'PUT', item, { ...data, locale: origin }],
      ['save English', 'PUT', `${item}?locale=en`, data],
      ['add a locale', 'PUT', `${item}?locale=${absent}`, data],
      ['create in English', 'POST', `${CM}/${ITEM}?locale=en`, data],
      ['create in an absent locale', 'POST', `${CM}/${ITEM}?locale=${absent}`, data],
      ['clone the original', 'POST', `${CM}/${ITEM}/clone/${id}?locale=${origin}`, data],
      ['clone English', 'POST', `${CM}/${ITEM}/clone/${own}?locale=en`, data],
      ['clone at once', 'POST', `${CM}/${ITEM}/auto-clone/${own}?locale=en`, {}],
      ['publish the original', 'POST', `${item}/actions/publish?locale=${origin}`, data],
      ['add and publish a locale', 'POST', `${item}/actions/publish?locale=${absent}`, data],
      ['create and publish English', 'POST', `${CM}/${ITEM}/actions/publish?locale=en`, data],
      ['unpublish the original', 'POST', `${item}/actions/unpublish?locale=${origin}`, {}],
      ['unpublish English', 'POST', `${item}/actions/unpublish?locale=en`, { discardDraft: true }],
      ['discard the original', 'POST', `${item}/actions/discard?locale=${origin}`, {}],
      ['delete the original', 'DELETE', `${item}?locale=${origin}`],
      ['delete English', 'DELETE', `${item}?locale=en`],
      ['delete the entry', 'DELETE', `${item}?locale=*`],
      ...(['bulkPublish', 'bulkUnpublish', 'bulkDelete'].flatMap((action) => [
        [`${action} the original`, ...bulk(action, origin)],
        [`${action} everywhere`, ...bulk(action, '*')],
        [`${action} here and in English`, ...bulk(action, [locale, 'en'])],
      ]) as [string, string, string, unknown][]),
    ];
  };

  test.each(['partner', 'reviewer'])('a %s changes no other locale', async (kind) => {
    const ask = kind === 'partner' ? partner : reviewer;
    const before = [await rowsOf(ITEM, foreign), await rowsOf(ITEM, own)];
    const count = await app.strapi.db.query(ITEM).count();
    for (const [name, method, path, body] of attempts(foreign, own)) {
      const { status, message } = await ask(method, path, body);
      expect([400, 403], name).toContain(status);
      // Strapi itself turns a partner away where the role lacks the right in all locales.
      if (status === 403 && kind === 'reviewer') expect(message, name).toMatch(/^Votre rôle/);
      expect([await rowsOf(ITEM, foreign), await rowsOf(ITEM, own)], name).toEqual(before);
      expect(await app.strapi.db.query(ITEM).count(), name).toBe(count);
    }
  });

  test('a refusal names the locale, the role, and where it may write', async () => {
    const { status, message } = await partner('PUT', `${CM}/${ITEM}/${untranslated}?locale=en`, {
      title: 'Changed',
    });
    expect(status).toBe(403);
    expect(message).toMatch(/^Votre rôle \(Partenaire européen – .+\) ne permet pas de créer/);
    expect(message).toContain('anglais (en)');
    expect(message).toContain(`(${locale}). Rien n’a été enregistré.`);
  });

  test('a partner translates: texts change, shared fields and other locales do not', async () => {
    const before = await rowsOf(ITEM, foreign);
    const { status } = await partner('PUT', `${CM}/${ITEM}/${foreign}?locale=${locale}`, {
      title: 'Traduit',
      ...SHARED,
      originalLocale: locale,
    });
    expect(status).toBe(200);
    const after = await rowsOf(ITEM, foreign);
    const changed = after.filter((row, index) => row.title !== before[index]?.title);
    expect(changed).toMatchObject([{ locale, publishedAt: null, title: 'Traduit' }]);
    // The saved row may differ in its texts and in who saved it, all else in nothing.
    const isSaved = (row: Row) => row.locale === locale && row.publishedAt === null;
    const compared = (rows: Row[]) =>
      rows.map((row) => (isSaved(row) ? omit(row, TEXTS_AND_TRACES) : row));
    expect(compared(after)).toEqual(compared(before));
  });

  test('a partner starts a translation, filled from the original', async () => {
    const { status } = await partner('PUT', `${CM}/${ITEM}/${untranslated}?locale=${locale}`, {
      title: 'Commencé',
      ...SHARED,
    });
    expect(status).toBe(200);
    const rows = await rowsOf(ITEM, untranslated);
    expect(rows).toHaveLength(3);
    expect(rows.find((row) => row.locale === locale)).toMatchObject({
      title: 'Commencé',
      url: 'https://example.org/',
      originalLocale: origin,
      themes: [],
      publishedAt: null,
    });
  });

  test('a partner edits everything of an entry that started here', async () => {
    const item = `${CM}/${ITEM}/${own}`;
    const { status } = await partner('PUT', `${item}?locale=${locale}`, SHARED);
    expect(status).toBe(200);
    const drafts = (await rowsOf(ITEM, own)).filter(({ publishedAt }) => publishedAt === null);
    expect(drafts.map((row) => [row.locale, row.url, row.themes])).toEqual(
      [locale, 'en'].map((one) => [one, SHARED.url, [expect.objectContaining({ name: 'Autre' })]]),
    );
    const made = await partner('POST', `${CM}/${ITEM}?locale=${locale}`, {
      title: 'Nouveau',
      originalLocale: 'en',
    });
    expect(made.status).toBe(201);
    const rows = await rowsOf(ITEM, String(made.body.data?.documentId));
    expect(rows).toMatchObject([{ locale, originalLocale: locale, title: 'Nouveau' }]);
  });

  test('the reviewer publishes, unpublishes and deletes this locale, a partner does not', async () => {
    const item = `${CM}/${ITEM}/${foreign}`;
    const shown = async () =>
      (await rowsOf(ITEM, foreign))
        .filter(({ publishedAt }) => publishedAt !== null)
        .map((row) => `${row.locale} ${row.title}`);
    const steps: [string, string, unknown, string[]][] = [
      ['POST', `${item}/actions/publish?locale=${locale}`, {}, [`${locale} Traduit`]],
      ['POST', `${item}/actions/unpublish?locale=${locale}`, {}, []],
      [
        'POST',
        `${CM}/${ITEM}/actions/bulkPublish?locale=${locale}`,
        { documentIds: [foreign] },
        [`${locale} Traduit`],
      ],
      ['DELETE', `${item}?locale=${locale}`, undefined, []],
    ];
    const others = [`${origin} Titre ${origin}`, 'en Titre en'];
    for (const [method, path, body, expected] of steps) {
      const before = await rowsOf(ITEM, foreign);
      expect((await partner(method, path, body)).status, path).toBe(403);
      expect(await rowsOf(ITEM, foreign)).toEqual(before);
      expect((await reviewer(method, path, body)).status, path).toBe(200);
      expect((await shown()).sort(), path).toEqual([...others, ...expected].sort());
    }
  });

  test('of reference types, only the columns of this language', async () => {
    const column = columnOf(locale);
    const documentId = await create(TERRITORY, { name: 'Origine', level: 'region', population: 1 });
    const before = await rowsOf(TERRITORY, documentId);
    const everything = { name: 'Autre', nameEn: 'Other', [column]: 'Ici', population: 2 };
    for (const ask of [partner, reviewer]) {
      expect((await ask('PUT', `${CM}/${TERRITORY}/${documentId}`, everything)).status).toBe(200);
      expect((await ask('DELETE', `${CM}/${TERRITORY}/${documentId}`)).status).toBe(403);
      expect((await ask('POST', `${CM}/${TERRITORY}`, everything)).status).toBe(403);
    }
    const [row] = await rowsOf(TERRITORY, documentId);
    expect(omit(row, TRACES)).toEqual({
      ...omit(before[0], TRACES),
      [column]: 'Ici',
    });
  });

  test('whatever route of a plugin a partner finds, the Document Service refuses', async () => {
    const user = await app.strapi.db
      .query('admin::user')
      .findOne({ where: { email: `partner-${locale}@oten.example` }, populate: ['roles'] });
    const request = { state: { user, auth: { strategy: { name: 'admin' } } } };
    const id = { documentId: own };
    const data = { title: 'Changé' } as never;
    const calls: Record<string, () => Promise<unknown>> = {
      update: () => documents(ITEM).update({ ...id, locale: 'en', data }),
      'update the original': () =>
        documents(ITEM).update({ documentId: untranslated, data, locale: origin }),
      'update and publish': () =>
        documents(ITEM).update({ ...id, locale, data, status: 'published' }),
      'create and publish': () => documents(ITEM).create({ locale, data, status: 'published' }),
      'create on an entry': () =>
        documents(ITEM).create({ locale: 'en', data: { documentId: untranslated } as never }),
      'clone all': () => documents(ITEM).clone({ ...id, locale: '*', data }),
      'clone into English': () =>
        documents(ITEM).clone({ ...id, locale, data: { locale: 'en' } as never }),
      publish: () => documents(ITEM).publish({ ...id, locale }),
      'publish all': () => documents(ITEM).publish({ ...id, locale: '*' }),
      unpublish: () => documents(ITEM).unpublish({ ...id, locale: [locale, 'en'] as never }),
      discard: () => documents(ITEM).discardDraft({ ...id, locale: '*' }),
      delete: () => documents(ITEM).delete({ ...id, locale: '*' }),
    };
    const before = [await rowsOf(ITEM, own), await rowsOf(ITEM, untranslated)];
    const count = await app.strapi.db.query(ITEM).count();
    for (const [name, call] of Object.entries(calls)) {
      const outcome = app.strapi.requestContext.run(request as never, call as never);
      await expect(outcome, name).rejects.toThrow('Votre rôle');
      expect([await rowsOf(ITEM, own), await rowsOf(ITEM, untranslated)], name).toEqual(before);
      expect(await app.strapi.db.query(ITEM).count(), name).toBe(count);
    }
    const territory = { name: 'Origine', level: 'region', population: 1 };
    const { documentId } = await documents(TERRITORY).create({ data: territory as never });
    const everything = { population: 2, nameEn: 'Other', [columnOf(locale)]: 'Ici' } as never;
    await app.strapi.requestContext.run(
      request as never,
      (() => documents(TERRITORY).update({ documentId, data: everything })) as never,
    );
    expect(await rowsOf(TERRITORY, documentId)).toMatchObject([
      { population: 1, nameEn: null, [columnOf(locale)]: 'Ici' },
    ]);
  });
});
