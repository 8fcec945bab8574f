import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COMPLETE_PROJECT,
  completeInitiative,
  documents,
  ensureLocales,
  INITIATIVE,
  PROJECT,
  rowsByKey,
  TRANSFER,
  untilIdle,
} from '../support/shared-fields';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let booted: TestStrapi;

beforeAll(async () => {
  booted = await bootStrapi();
  await ensureLocales(booted.strapi);
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
    data: { ...COMPLETE_PROJECT, title: `Projet ${original}`, kind: 'action', ...data },
  });
  for (const locale of others) {
    await projects().update({
      documentId,
      locale,
      data: { ...COMPLETE_PROJECT, title: `Projet ${locale}` },
    });
  }
  return documentId;
};

/** For each row of a source, the rows its parent link shows: `locale status` of each. */
const parents = async (documentId: string) => {
  const rows: {
    locale: string;
    publishedAt: string | null;
    parent: { documentId: string; locale: string; publishedAt: string | null } | null;
  }[] = await booted.strapi.db
    .query(PROJECT)
    .findMany({ where: { documentId }, populate: ['parent'] });
  const status = ({ publishedAt }: { publishedAt: string | null }) =>
    publishedAt === null ? 'draft' : 'published';
  return Object.fromEntries(
    rows
      .map((row) => [
        `${row.locale} ${status(row)}`,
        row.parent ? `${row.parent.locale} ${status(row.parent)}` : null,
      ])
      .sort(),
  );
};

describe('a link between translated documents', () => {
  it('shows the target in the row’s own locale, else in its original, else any', async () => {
    const target = await createProject(['el', 'fr', 'pt']);
    const source = await createProject(['fr', 'el', 'pl'], { parent: target });
    expect(await parents(source)).toEqual({
      'el draft': 'el draft',
      'fr draft': 'fr draft',
      'pl draft': 'el draft',
    });
    await projects().publish({ documentId: source, locale: '*' });
    expect((await parents(source))['pl published']).toBeNull();
    await projects().publish({ documentId: target, locale: 'pt' });
    expect(await parents(source)).toMatchObject({
      'fr published': 'pt published',
      'pl published': 'pt published',
    });
    await projects().publish({ documentId: target, locale: ['el', 'fr'] });
    expect(await parents(source)).toMatchObject({
      'el published': 'el published',
      'fr published': 'fr published',
      'pl published': 'el published',
    });
  });

  it('comes back after the target was unpublished and published again', async () => {
    const target = await createProject(['fr', 'el']);
    const source = await createProject(['fr', 'el'], { parent: target });
    await projects().publish({ documentId: source, locale: '*' });
    await projects().publish({ documentId: target, locale: '*' });
    const whole = await parents(source);
    expect(whole).toMatchObject({ 'el published': 'el published', 'fr published': 'fr published' });
    await projects().unpublish({ documentId: target, locale: '*' });
    expect(await parents(source)).toMatchObject({ 'el published': null, 'fr published': null });
    await projects().publish({ documentId: target, locale: '*' });
    expect(await parents(source)).toEqual(whole);
    await projects().discardDraft({ documentId: target, locale: '*' });
    expect(await parents(source)).toEqual(whole);
  });

  it('keeps the published list apart from the draft’s', async () => {
    const [first, second] = [await createProject(['fr']), await createProject(['fr'])];
    await projects().publish({ documentId: first, locale: 'fr' });
    const source = await createProject(['fr', 'el'], { parent: first });
    await projects().publish({ documentId: source, locale: '*' });
    await projects().update({ documentId: source, locale: 'fr', data: { parent: second } });
    // Strapi would now show the draft's new target in the published rows.
    await projects().publish({ documentId: second, locale: 'fr' });
    const rows = await rowsByKey({
      strapi: booted.strapi,
      uid: PROJECT,
      documentId: source,
      relations: { parent: 'documentId' },
    });
    expect(rows).toEqual({
      'el draft': { parent: [second] },
      'el published': { parent: [first] },
      'fr draft': { parent: [second] },
      'fr published': { parent: [first] },
    });
    await projects().discardDraft({ documentId: source, locale: 'fr' });
    expect(
      (
        await rowsByKey({
          strapi: booted.strapi,
          uid: PROJECT,
          documentId: source,
          relations: { parent: 'documentId' },
        })
      )['el draft'],
    ).toEqual({ parent: [first] });
  });

  it('follows when either side gains or loses a locale', async () => {
    const target = await createProject(['fr']);
    const source = await createProject(['fr'], { parent: target });
    await projects().update({ documentId: source, locale: 'el', data: { title: 'Greek' } });
    expect(await parents(source)).toEqual({ 'el draft': 'fr draft', 'fr draft': 'fr draft' });
    await projects().update({ documentId: target, locale: 'el', data: { title: 'Greek' } });
    expect(await parents(source)).toEqual({ 'el draft': 'el draft', 'fr draft': 'fr draft' });
    await projects().delete({ documentId: target, locale: 'el' });
    expect(await parents(source)).toEqual({ 'el draft': 'fr draft', 'fr draft': 'fr draft' });
    await projects().delete({ documentId: target, locale: '*' });
    expect(await parents(source)).toEqual({ 'el draft': null, 'fr draft': null });
  });

  it('is edited on the original only', async () => {
    const target = await createProject(['fr', 'el']);
    const source = await createProject(['fr', 'el'], { parent: target });
    await projects().update({ documentId: source, locale: 'el', data: { parent: null } });
    expect(await parents(source)).toEqual({ 'el draft': 'el draft', 'fr draft': 'fr draft' });
    await projects().update({ documentId: source, locale: 'fr', data: { title: 'Same links' } });
    expect(await parents(source)).toEqual({ 'el draft': 'el draft', 'fr draft': 'fr draft' });
    await projects().update({
      documentId: source,
      locale: 'fr',
      data: { parent: { connect: [], disconnect: [{ documentId: target, locale: 'fr' }] } },
    });
    expect(await parents(source)).toEqual({ 'el draft': null, 'fr draft': null });
  });

  it('is answered by the save itself, and found by filter', async () => {
    const target = await createProject(['el']);
    const source = await projects().create({
      locale: 'fr',
      data: { title: 'Source', kind: 'action', parent: { connect: [{ documentId: target }] } },
      populate: ['parent'],
    });
    expect(source.parent).toMatchObject({ documentId: target, locale: 'el' });
    const found = await projects().findMany({
      locale: 'fr',
      filters: { parent: { documentId: target } },
    });
    expect(found.map(({ documentId }) => documentId)).toEqual([source.documentId]);
  });

  it('to what does not exist is refused, naming the field', async () => {
    await expect(createProject(['fr'], { parent: 'nowhere' })).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['parent'] }] },
    });
    expect(await projects().findMany({ locale: 'fr', filters: { title: 'nowhere' } })).toEqual([]);
  });

  it('of a clone is the model’s', async () => {
    const target = await createProject(['fr']);
    const source = await createProject(['fr', 'el'], { parent: target });
    const { documentId } = await projects().clone({ documentId: source, locale: '*', data: {} });
    expect(await parents(documentId)).toEqual({ 'el draft': 'fr draft', 'fr draft': 'fr draft' });
    await projects().publish({ documentId: target, locale: '*' });
    await projects().publish({ documentId, locale: '*' });
    expect(await parents(documentId)).toMatchObject({ 'el published': 'fr published' });
  });

  it('survives bulk actions, on both sides at once', async () => {
    const target = await createProject(['fr', 'el']);
    const source = await createProject(['fr', 'el'], { parent: target });
    const manager = booted.strapi.plugin('content-manager').service('document-manager');
    for (const order of [
      [source, target],
      [target, source],
    ]) {
      for (const locale of ['fr', 'el']) await manager.publishMany(PROJECT, order, locale);
      expect(await parents(source)).toEqual({
        'el draft': 'el draft',
        'el published': 'el published',
        'fr draft': 'fr draft',
        'fr published': 'fr published',
      });
    }
    await manager.unpublishMany([target, source], PROJECT, { locale: 'fr' });
    expect(await parents(source)).toMatchObject({ 'el published': 'el published' });
    await manager.deleteMany([target], PROJECT, { locale: '*' });
    expect(await parents(source)).toEqual({
      'el draft': null,
      'el published': null,
      'fr draft': null,
    });
  });
});

describe('a record’s link', () => {
  const transfers = () => documents(booted.strapi, TRANSFER);
  const initiatives = () => documents(booted.strapi, INITIATIVE);
  const source = async (documentId: string) => {
    const row: { source: { locale: string; publishedAt: string | null }[] } | null =
      await booted.strapi.db.query(TRANSFER).findOne({
        where: { documentId },
        populate: { source: { select: ['documentId', 'locale'] } },
      });
    return row?.source;
  };

  it('takes a plain documentId to the original’s row, and keeps it', async () => {
    const complete = await completeInitiative(booted.strapi);
    const { documentId: target } = await initiatives().create({
      locale: 'el',
      data: { ...complete, title: 'Πρωτοβουλία' },
    });
    await initiatives().update({
      documentId: target,
      locale: 'fr',
      data: { ...complete, title: 'Initiative' },
    });
    const { documentId } = await transfers().create({ data: { kind: 'full', source: target } });
    const linked = { documentId: target, locale: 'el' };
    expect(await source(documentId)).toMatchObject(linked);
    await initiatives().publish({ documentId: target, locale: '*' });
    await initiatives().publish({ documentId: target, locale: '*' });
    await initiatives().discardDraft({ documentId: target, locale: '*' });
    expect(await source(documentId)).toMatchObject(linked);
    const read = await transfers().findOne({ documentId, populate: ['source'] });
    expect(read?.source).toMatchObject(linked);
    await transfers().update({
      documentId,
      data: { source: { connect: [{ documentId: target, locale: 'fr' }] } },
    });
    expect(await source(documentId)).toMatchObject(linked);
    await transfers().update({
      documentId,
      data: { source: { disconnect: [{ documentId: target }] } },
    });
    expect(await source(documentId)).toBeNull();
  });
});
