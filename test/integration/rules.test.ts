import type { UID } from '@strapi/strapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLocales } from '../../src/setup/locales';
import { refusals } from '../support/refusals';
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

test('a locale that an administrator deletes is not added again', async () => {
  const service = app.strapi.plugin('i18n').service('locales');
  const spanish = await service.findByCode('es');
  await service.delete({ id: spanish.id });
  await addLocales({ strapi: app.strapi });
  expect(await service.findByCode('es')).toBeNull();
  await service.create({ code: 'es', name: spanish.name });
});

test('a half-filled draft saves, with a reference and no slug', async () => {
  const draft = await create(INITIATIVE, { strap: 'rien de plus' });
  expect(draft.reference).toMatch(/^IRIS-\d{4}-\d{4}$/);
  expect(draft.slug).toBeNull();
});

test('a locale that does not exist is refused', async () => {
  expect(await refusals(create(INITIATIVE, { title: 'Ein' }, { locale: 'de' }))).toEqual({
    locale: 'known-locale',
  });
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

describe('names', () => {
  test('an unknown reference is kept, a known one refused, in any locale and state', async () => {
    const first = await create(INITIATIVE, { title: 'Un', reference: 'IRIS-2001-0007' });
    expect(first.reference).toBe('IRIS-2001-0007');
    const again = { title: 'Deux', reference: 'IRIS-2001-0007' };
    expect(await refusals(create(INITIATIVE, again))).toEqual({ reference: 'unique-reference' });
    const second = await create(INITIATIVE, { title: 'Deux', startDate: '2001-05' });
    expect(second.reference).toBe('IRIS-2001-0008');
    const change = update(INITIATIVE, second.documentId, { reference: 'IRIS-2001-0007' });
    expect(await refusals(change)).toEqual({ reference: 'unique-reference' });
    const greek = await update(INITIATIVE, first.documentId, { title: 'Ένα' }, { locale: 'el' });
    expect(greek.reference).toBe('IRIS-2001-0007');
  });

  test('many created at once get as many references and slugs', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => create(INITIATIVE, { title: 'Ensemble', startDate: '1999' })),
    );
    const references = made.map(({ reference }) => reference).sort();
    expect(references).toEqual(
      Array.from({ length: 8 }, (_, index) => `IRIS-1999-000${index + 1}`),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
    const programmes = await Promise.all(
      Array.from({ length: 8 }, () => create('api::hub.programme', { name: 'FEDER' })),
    );
    expect(programmes.map(({ reference }) => reference).sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `PRG-000${index + 1}`),
    );
  });

  test('slugs are transliterated and unique over all locales', async () => {
    const draft = await create(INITIATIVE, { title: 'IRIS Europe', originalLocale: 'fr' });
    const { documentId } = draft;
    const titles = { en: 'IRIS Europe', el: 'Ψηφιακή Κρήτη', pl: 'Cyfrowa Małopolska: źródło' };
    const slugs: Record<string, string> = { fr: draft.slug };
    for (const [locale, title] of Object.entries(titles)) {
      slugs[locale] = (await update(INITIATIVE, documentId, { title }, { locale })).slug;
    }
    expect(slugs).toEqual({
      fr: 'iris-europe',
      en: 'iris-europe-en',
      el: 'psifiaki-kriti',
      pl: 'cyfrowa-malopolska-zrodlo',
    });
    const stolen = create(INITIATIVE, { title: 'x', slug: 'psifiaki-kriti' }, { locale: 'es' });
    expect(await refusals(stolen)).toEqual({ slug: 'unique-slug' });
    const renamed = await update(INITIATIVE, documentId, { title: 'IRIS Europe 2', slug: '' });
    expect(renamed.slug).toBe('iris-europe');
  });

  test('a clone has a reference and slugs of its own', async () => {
    const source = await create(INITIATIVE, { title: 'Source', startDate: '1990' });
    await update(INITIATIVE, source.documentId, { title: 'Πηγή' }, { locale: 'el' });
    const documentId = (
      await documents(INITIATIVE).clone({ documentId: source.documentId, locale: '*' })
    )?.documentId;
    const rows: Entry[] = await app.strapi.db
      .query(INITIATIVE)
      .findMany({ where: { documentId }, orderBy: { locale: 'asc' } });
    expect(rows).toMatchObject([
      { locale: 'el', reference: 'IRIS-1990-0002', slug: 'pigi-2' },
      { locale: 'fr', reference: 'IRIS-1990-0002', slug: 'source-2' },
    ]);
    const cloned = await documents('api::observatory.theme').clone({
      documentId: theme.documentId,
    });
    expect(cloned?.entries[0]).toMatchObject({ slug: 'sante-2', reference: 'THEME-0002' });
  });
});

describe('the method', () => {
  const QUESTIONNAIRE = 'api::iris.questionnaire';
  const INTERVIEW = 'api::iris.interview';
  const qualities = async (documentId: string) => {
    const rows: { quality: string; locale: string; publishedAt: unknown }[] = await app.strapi.db
      .query(INITIATIVE)
      .findMany({ where: { documentId }, orderBy: { locale: 'asc' } });
    return Object.fromEntries(
      rows.map(({ quality, locale, publishedAt }) => [
        `${locale} ${publishedAt ? 'published' : 'draft'}`,
        quality,
      ]),
    );
  };
  const approvalOf = async (documentId: string) =>
    (
      (await documents(INTERVIEW).findOne({
        documentId,
        populate: { ownerApproval: true } as never,
      })) as unknown as { ownerApproval: Data }
    ).ownerApproval;

  test('a questionnaire fits its minutes and asks about texts of an initiative', async () => {
    const sections = [{ code: 'a', minutes: 20 }, { minutes: 30 }];
    const questions = [{ section: 'a', mapsTo: 'costs' }];
    expect(await refusals(create(QUESTIONNAIRE, { title: 'Trop', sections, questions }))).toEqual({
      sections: 'minutes-within-target',
      'questions.0.mapsTo': 'maps-to-initiative-text',
    });
  });

  test('quality follows interviews and approvals', async () => {
    const initiative = await create(INITIATIVE, complete());
    const { documentId } = initiative;
    const publish = () => documents(INITIATIVE).publish({ documentId, locale: 'fr' });
    await update(INITIATIVE, documentId, { quality: 'interviewed' });
    expect(await refusals(publish())).toEqual({ quality: 'interviewed-needs-interview' });

    const questionnaire = await create(QUESTIONNAIRE, {
      title: 'Méthode',
      questions: [{ code: 'q1' }],
    });
    const answers = [{ questionCode: 'q1' }, { questionCode: 'q9' }];
    const record = { initiative: documentId, questionnaire: questionnaire.documentId };
    expect(await refusals(create(INTERVIEW, { ...record, answers }))).toEqual({
      'answers.1.questionCode': 'known-question',
    });
    const interview = await create(INTERVIEW, { ...record, answers: answers.slice(0, 1) });
    const without = update(QUESTIONNAIRE, questionnaire.documentId, { questions: [] });
    expect(await refusals(without)).toEqual({ questions: 'known-question' });
    await publish();

    await update(INITIATIVE, documentId, { quality: 'owner-approved' });
    expect(await refusals(publish())).toEqual({ quality: 'owner-approved-needs-approval' });
    await update(INTERVIEW, interview.documentId, {
      ownerApproval: { state: 'approved', by: 'the owner' },
    });
    expect(await approvalOf(interview.documentId)).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: expect.any(String),
    });
    await publish();
    expect(await qualities(documentId)).toEqual({
      'fr draft': 'owner-approved',
      'fr published': 'owner-approved',
    });

    await update(INITIATIVE, documentId, { stage: 'pilot' });
    expect(await approvalOf(interview.documentId)).toMatchObject({ state: 'approved' });
    await update(INITIATIVE, documentId, { solution: 'Une autre.', quality: 'owner-approved' });
    expect(await approvalOf(interview.documentId)).toMatchObject({ state: 'withdrawn' });
    expect(await qualities(documentId)).toEqual({
      'fr draft': 'interviewed',
      'fr published': 'owner-approved',
    });

    await documents(INTERVIEW).delete({ documentId: interview.documentId });
    expect(await qualities(documentId)).toEqual({
      'fr draft': 'documented',
      'fr published': 'documented',
    });
  });

  test('a transfer leads elsewhere and takes what its source has', async () => {
    const source = await create(INITIATIVE, {
      ...complete(),
      replicableComponents: [{ code: 'portal' }],
    });
    const transfer = { source: source.documentId, kind: 'partial' };
    const target = await create('api::observatory.territory', { name: 'Madeira', level: 'island' });
    expect(
      await refusals(
        create('api::iris.transfer', {
          ...transfer,
          targetTerritory: territory.documentId,
          components: ['portal', 'law'],
        }),
      ),
    ).toEqual({ targetTerritory: 'target-not-in-source', 'components.1': 'known-components' });
    const made = await create('api::iris.transfer', {
      ...transfer,
      year: 2007,
      targetTerritory: target.documentId,
      components: ['portal'],
    });
    expect(made.reference).toBe('TRANSFER-2007-0001');

    expect(
      await refusals(
        update(INITIATIVE, source.documentId, {
          territories: { connect: [target.documentId] },
          replicableComponents: [{ code: 'method' }],
        }),
      ),
    ).toEqual({ territories: 'target-not-in-source', replicableComponents: 'known-components' });
  });
});

test('what lists filter and sort by is indexed', async () => {
  const { connection } = app.strapi.db;
  for (const { uid, collectionName, indexes } of Object.values(app.strapi.contentTypes).filter(
    // Former slugs are in no list.
    ({ uid }) => uid.startsWith('api::') && uid !== 'api::slugs.former-slug',
  )) {
    const rows: { name: string }[] =
      app.database === 'sqlite'
        ? await connection.raw(
            "select name from sqlite_master where type = 'index' and tbl_name = ?",
            [collectionName],
          )
        : (
            await connection.raw('select indexname as name from pg_indexes where tablename = ?', [
              collectionName,
            ])
          ).rows;
    const declared = (indexes as { name: string; columns: string[] }[] | undefined) ?? [];
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(declared.map(({ name }) => name)),
    );
    const first = declared.map(({ columns }) => columns[0]);
    expect([uid, first]).toEqual([uid, expect.arrayContaining(['reference'])]);
  }
});
