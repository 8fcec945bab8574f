import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { loadSeeds } from '../../../src/seed/load-seeds';
import { findTerritory, PROJECT, type SeededWorld, TERRITORY } from './seeded-world';

/** Tests of how single files load: in order, refused, changed, and beside the work of editors. */
export const testLoading = (world: () => SeededWorld): void => {
  let directory: string;
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
  const load = () => loadSeeds({ strapi: world().app.strapi, directory });
  const find = (reference: string) => findTerritory(world(), reference);

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
    expect(await world().app.strapi.db.query(PROJECT).count(rows)).toBe(0);

    project('PROJECT-HALF', {
      locales: { fr: { title: 'Entier', summary: 'Tout y est.' }, en: { title: 'Whole' } },
      published: ['fr'],
    });
    expect((await load()).counts).toMatchObject({ created: 1, refused: 0 });
    expect(await world().app.strapi.db.query(PROJECT).count(rows)).toBe(3);
  });

  it('updates what a changed file says and empties what it no longer says', async () => {
    territory('CHANGED-1', { population: 12, siren: '732829320' });
    await load();
    territory('CHANGED-1', { population: 13 });
    expect((await load()).counts).toMatchObject({ updated: 1 });
    expect(await find('CHANGED-1')).toMatchObject({ population: 13, siren: null });
  });

  it('updates a translated entry in each locale, and takes a publication back', async () => {
    const documents = world().app.strapi.documents(PROJECT);
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
    const documents = world().app.strapi.documents(TERRITORY);
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
};
