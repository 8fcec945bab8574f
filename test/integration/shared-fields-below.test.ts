import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COMPLETE_PROJECT,
  documents,
  ensureLocales,
  PROJECT,
  rowsByKey,
  untilIdle,
} from '../support/shared-fields';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let booted: TestStrapi;

beforeAll(async () => {
  booted = await bootStrapi();
  await ensureLocales(booted.strapi, ['fr', 'el', 'pt', 'es', 'pl', 'en', 'it', 'de']);
});
afterAll(async () => {
  if (booted) await untilIdle(booted.strapi);
  await booted?.stop();
});

const projects = () => documents(booted.strapi, PROJECT);

const createProject = async (locales: string[], data: object = {}) => {
  const [original, ...others] = locales;
  const { documentId } = await projects().create({
    locale: original,
    data: { ...COMPLETE_PROJECT, title: 'A project', kind: 'action', ...data },
  });
  for (const locale of others) {
    await projects().update({
      documentId,
      locale,
      data: { ...COMPLETE_PROJECT, title: 'A project' },
    });
  }
  return documentId;
};

const parentLocales = async (documentId: string) => {
  const rows = await rowsByKey({
    strapi: booted.strapi,
    uid: PROJECT,
    documentId,
    fields: ['originalLocale', 'periodStart'],
    relations: { parent: 'locale' },
  });
  return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row.parent]));
};

const deleteLocale = async (code: string) => {
  const locales = booted.strapi.plugin('i18n').service('locales');
  const { id } = await locales.findByCode(code);
  return locales.delete({ id });
};

describe('the deletion of a whole locale', () => {
  it('leaves links that show the target’s other rows', async () => {
    const target = await createProject(['fr', 'it', 'el']);
    const source = await createProject(['fr', 'it'], { parent: target });
    const other = await createProject(['it', 'fr'], {});
    await projects().delete({ documentId: other, locale: '*' });
    const italian = await createProject(['it'], { parent: target });
    await projects().publish({ documentId: target, locale: ['it', 'el'] });
    await projects().publish({ documentId: source, locale: 'fr' });
    expect(await parentLocales(source)).toEqual({
      'fr draft': ['fr'],
      'fr published': ['el'],
      'it draft': ['it'],
    });
    await projects().unpublish({ documentId: target, locale: 'el' });
    expect(await parentLocales(source)).toMatchObject({ 'fr published': ['it'] });
    await projects().publish({ documentId: target, locale: 'el' });
    await deleteLocale('it');
    expect(await parentLocales(source)).toEqual({ 'fr draft': ['fr'], 'fr published': ['el'] });
    expect(await parentLocales(italian)).toEqual({});
  });

  it('is refused where it would take an original from its translations', async () => {
    const documentId = await createProject(['de', 'fr']);
    const alone = await createProject(['de']);
    await expect(deleteLocale('de')).rejects.toThrow(
      /The locale de cannot be deleted: .*api::observatory\.project 1/,
    );
    expect(Object.keys(await parentLocales(documentId))).toEqual(['de draft', 'fr draft']);
    expect(Object.keys(await parentLocales(alone))).toEqual(['de draft']);
  });
});

describe('rows written below the Document Service', () => {
  const query = () => booted.strapi.db.query(PROJECT);

  it('get another original when theirs was deleted', async () => {
    const documentId = await createProject(['el', 'fr', 'pt'], { periodStart: '2005' });
    await query().deleteMany({ where: { documentId, locale: 'el' } });
    await projects().update({ documentId, locale: 'fr', data: { periodStart: '2006' } });
    const rows = await rowsByKey({
      strapi: booted.strapi,
      uid: PROJECT,
      documentId,
      fields: ['originalLocale', 'periodStart'],
    });
    const wanted = { originalLocale: 'fr', periodStart: '2006' };
    expect(rows).toEqual({ 'fr draft': wanted, 'pt draft': wanted });
  });

  it('have their links taken in', async () => {
    const target = await createProject(['fr', 'el']);
    const source = await createProject(['fr', 'el']);
    const idOf = async (documentId: string) =>
      (await query().findOne({ where: { documentId, locale: 'fr' } })).id;
    await query().update({
      where: { id: await idOf(source) },
      data: { parent: await idOf(target) },
    });
    const links = booted.strapi.plugin('shared-fields').service('links');
    expect(await links.adopt()).toBe(1);
    expect(await parentLocales(source)).toEqual({ 'el draft': ['el'], 'fr draft': ['fr'] });
    expect(await links.adopt()).toBe(0);
    expect(await links.sourcesOf({ uid: PROJECT, documentId: target })).toEqual([
      { uid: PROJECT, documentId: source },
    ]);
  });
});
