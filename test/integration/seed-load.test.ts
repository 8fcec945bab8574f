import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentIdOf } from '../../src/seed/document-id';
import { loadSeeds } from '../../src/seed/load-seeds';
import { projectRoot } from '../support/compile';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const TERRITORY = 'api::observatory.territory';
const PROJECT = 'api::observatory.project';
const real = path.join(projectRoot, 'database/seeds');

const ALL = ['fr', 'el', 'pt', 'es', 'pl', 'en'];

let app: TestStrapi;
let directory: string;

beforeAll(async () => {
  app = await bootStrapi();
  const locales = app.strapi.db.query('plugin::i18n.locale');
  for (const code of ALL) {
    if ((await locales.count({ where: { code } })) === 0) {
      await locales.create({ data: { code, name: code } });
    }
  }
});
afterAll(() => app?.stop());
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'oten-seeds-'));
  return () => rmSync(directory, { recursive: true, force: true });
});

const put = (file: string, content: unknown) => {
  const target = path.join(directory, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(
    target,
    typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
  );
};
const territory = (reference: string, fields: Record<string, unknown>) =>
  put(`observatory/territory/${reference}.json`, {
    type: TERRITORY,
    reference,
    sources: ['https://example.org/'],
    fields: { name: reference, level: 'municipality', ...fields },
  });
const project = (reference: string, content: Record<string, unknown>) =>
  put(`observatory/project/${reference}.json`, {
    type: PROJECT,
    reference,
    sources: ['https://example.org/'],
    originalLocale: 'fr',
    shared: { kind: 'action' },
    locales: { fr: { title: reference, summary: reference } },
    ...content,
  });
const load = () => loadSeeds({ strapi: app.strapi, directory });
const find = (reference: string) =>
  app.strapi.documents(TERRITORY).findFirst({ filters: { reference }, populate: ['parent'] });

describe('the observatory’s own seeds', () => {
  it('load whole, each territory under its parent, and a second time change nothing', async () => {
    const whole = await loadSeeds({ strapi: app.strapi, directory: real });
    const refused = whole.files.filter(({ outcome }) => outcome === 'refused');
    expect(refused.filter(({ file }) => file !== 'regional-dynamics')).toEqual([]);

    const crete = await find('NUTS-EL43');
    expect(crete).toMatchObject({
      documentId: documentIdOf({ type: TERRITORY, reference: 'NUTS-EL43' }),
      name: 'Κρήτη',
      unverifiedNames: ['fr', 'pt', 'es', 'pl'],
      parent: { reference: 'NUTS-EL4' },
    });
    expect(await find('NUTS-FRH0')).toMatchObject({ slug: 'bretagne' });
    expect(await find('NUTS-FRH')).toMatchObject({ slug: 'bretagne-frh' });
    expect(crete?.nutsHistory).toContainEqual({ code: 'GR43', version: '2006' });
    const regions = await app.strapi.documents(TERRITORY).count({ filters: { level: 'region' } });
    expect(regions).toBe(252);

    // Every translated type that is not private has content, published in all six locales.
    for (const { uid, options } of Object.values(app.strapi.contentTypes)) {
      if (!uid.startsWith('api::') || !options?.draftAndPublish) continue;
      const rows = await app.strapi.db
        .query(uid)
        .findMany({ where: { publishedAt: { $notNull: true } }, select: ['locale'] });
      expect([uid, ...new Set(rows.map(({ locale }) => locale))].sort()).toEqual(
        [uid, ...ALL].sort(),
      );
    }

    const rows = () =>
      app.strapi.db.query(TERRITORY).findMany({ orderBy: 'id', populate: ['parent'] });
    const before = await rows();
    const again = await loadSeeds({ strapi: app.strapi, directory: real });
    expect(again.counts).toMatchObject({ created: 0, updated: 0, kept: 0 });
    expect(again.counts.unchanged).toBe(whole.counts.created);
    expect(await rows()).toEqual(before);
  }, 600_000);
});

describe('loading seeds', () => {
  it('loads parents before children, whatever their names', async () => {
    territory('ORDER-A', { parent: 'ORDER-B' });
    territory('ORDER-B', { parent: 'ORDER-C' });
    territory('ORDER-C', {});
    expect((await load()).counts.created).toBe(3);
    expect((await find('ORDER-A'))?.parent?.reference).toBe('ORDER-B');
  });

  it('refuses a bad file by name and line, and loads the others', async () => {
    territory('GOOD-1', {});
    territory('BAD-FIELD', { level: 'planet', colour: 'red' });
    territory('BAD-PARENT', { parent: 'BAD-FIELD' });
    territory('BAD-CIRCLE', { parent: 'BAD-CIRCLE' });
    put('observatory/territory/BAD-JSON.json', '{\n  "type": "api::observatory.territory",\n}\n');
    put('observatory/territory/BAD-NAME.json', { type: TERRITORY, reference: 'OTHER' });
    const { files, ok } = await load();
    expect(ok).toBe(false);
    expect(files).toMatchObject([
      {
        file: 'observatory/territory/BAD-CIRCLE.json',
        errors: [{ line: 10, message: expect.stringContaining('circle') }],
      },
      {
        file: 'observatory/territory/BAD-FIELD.json',
        errors: [
          { line: 9, message: expect.stringMatching(/^fields\.level: .*country/) },
          { line: 10, message: 'fields.colour: there is no such field here' },
        ],
      },
      { file: 'observatory/territory/BAD-JSON.json', errors: [{ line: 3 }] },
      {
        file: 'observatory/territory/BAD-NAME.json',
        errors: [{ line: 3, message: 'reference: the file is named BAD-NAME' }],
      },
      {
        file: 'observatory/territory/BAD-PARENT.json',
        errors: [{ line: 10, message: expect.stringContaining('BAD-FIELD: there is no') }],
      },
      { file: 'observatory/territory/GOOD-1.json', outcome: 'created' },
    ]);
    expect(await find('BAD-FIELD')).toBeNull();
    expect(await find('GOOD-1')).not.toBeNull();
  });

  it('rolls a file back whole when a later part of it breaks a rule', async () => {
    project('PROJECT-HALF', {
      locales: {
        fr: { title: 'Entier', summary: 'Tout y est.' },
        en: { summary: 'A title is missing, to publish this' },
      },
    });
    const { files } = await load();
    expect(files).toMatchObject([
      {
        file: 'observatory/project/PROJECT-HALF.json',
        outcome: 'refused',
        errors: [{ message: expect.stringContaining('title') }],
      },
    ]);
    const rows = { where: { reference: 'PROJECT-HALF' } };
    expect(await app.strapi.db.query(PROJECT).count(rows)).toBe(0);

    project('PROJECT-HALF', {
      locales: { fr: { title: 'Entier', summary: 'Tout y est.' }, en: { title: 'Whole' } },
      published: ['fr'],
    });
    expect((await load()).counts).toMatchObject({ created: 1, refused: 0 });
    expect(await app.strapi.db.query(PROJECT).count(rows)).toBe(3);
  });

  it('updates what a changed file says and empties what it no longer says', async () => {
    territory('CHANGED-1', { population: 12, siren: '732829320' });
    await load();
    territory('CHANGED-1', { population: 13 });
    expect((await load()).counts).toMatchObject({ updated: 1 });
    expect(await find('CHANGED-1')).toMatchObject({ population: 13, siren: null });
  });

  it('updates a translated entry in each locale, and takes a publication back', async () => {
    const documents = app.strapi.documents(PROJECT);
    const french = { title: 'Ancien', summary: 'Un résumé.', body: 'Un corps.' };
    project('PROJECT-CHANGED', {
      locales: { fr: french, en: { title: 'Old', summary: 'A summary.' } },
    });
    await load();
    project('PROJECT-CHANGED', {
      shared: { kind: 'hub' },
      locales: {
        fr: { title: 'Nouveau', summary: 'Un résumé.' },
        en: { title: 'New', summary: 'A summary.' },
        el: { title: 'Νέο', summary: 'Περίληψη.' },
      },
      published: ['fr', 'el'],
    });
    expect((await load()).counts).toMatchObject({ updated: 1, refused: 0 });
    const { documentId } = (await documents.findFirst({
      filters: { reference: 'PROJECT-CHANGED' },
    })) ?? { documentId: '' };
    const row = (locale: string, status: 'draft' | 'published') =>
      documents.findOne({ documentId, locale, status });
    expect(await row('fr', 'published')).toMatchObject({
      title: 'Nouveau',
      kind: 'hub',
      body: null,
    });
    expect(await row('el', 'published')).toMatchObject({ title: 'Νέο', kind: 'hub' });
    expect(await row('en', 'draft')).toMatchObject({ title: 'New', kind: 'hub' });
    expect(await row('en', 'published')).toBeNull();
  });

  it('keeps what an editor has changed, made or deleted', async () => {
    territory('EDITED-1', { population: 1 });
    territory('DELETED-1', {});
    await load();
    const documents = app.strapi.documents(TERRITORY);
    const edited = await find('EDITED-1');
    const deleted = await find('DELETED-1');
    await documents.update({
      documentId: edited?.documentId ?? '',
      data: { name: 'Named by an editor' } as never,
    });
    await documents.delete({ documentId: deleted?.documentId ?? '' });
    await documents.create({
      data: { reference: 'MADE-1', name: 'Made by an editor', level: 'municipality' } as never,
    });
    expect((await load()).counts).toMatchObject({ unchanged: 2 });

    for (const reference of ['EDITED-1', 'DELETED-1', 'MADE-1']) {
      territory(reference, { population: 2 });
    }
    expect((await load()).counts).toMatchObject({ kept: 3, created: 0, updated: 0 });
    expect(await find('EDITED-1')).toMatchObject({ name: 'Named by an editor', population: 1 });
    expect(await find('DELETED-1')).toBeNull();
    expect(await find('MADE-1')).toMatchObject({ name: 'Made by an editor' });
  });

  it('refuses the folder of a plugin that loads no seeds', async () => {
    put('translation-desk/memory.csv', 'a,b\n');
    expect((await load()).files).toMatchObject([
      {
        file: 'translation-desk',
        errors: [{ message: 'the plugin translation-desk loads no seeds' }],
      },
    ]);
  });
});
