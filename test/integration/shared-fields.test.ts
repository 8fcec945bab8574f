import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COMPLETE_PROJECT,
  completeInitiative,
  documents,
  ensureLocales,
  INITIATIVE,
  PROJECT,
  rowsByKey,
  untilIdle,
} from '../support/shared-fields';
import { bootStrapi, type TestStrapi } from '../support/strapi';
import { waitFor } from '../support/wait-for';

let booted: TestStrapi;
let themes: string[];
let organisation: string;
let complete: object;

beforeAll(async () => {
  booted = await bootStrapi();
  await ensureLocales(booted.strapi);
  const create = async (uid: string, data: object) =>
    (await documents(booted.strapi, uid).create({ data })).documentId;
  complete = await completeInitiative(booted.strapi);
  themes = [
    await create('api::observatory.theme', { name: 'Santé', reference: 'THEME-1' }),
    await create('api::observatory.theme', { name: 'Éducation', reference: 'THEME-2' }),
  ];
  organisation = await create('api::observatory.organisation', {
    name: 'Région',
    reference: 'ORG-1',
  });
});
afterAll(async () => {
  if (booted) await untilIdle(booted.strapi);
  await booted?.stop();
});

const initiatives = () => documents(booted.strapi, INITIATIVE);
const projects = () => documents(booted.strapi, PROJECT);

const shared = (documentId: string, uid = INITIATIVE) =>
  rowsByKey({
    strapi: booted.strapi,
    uid,
    documentId,
    fields: uid === INITIATIVE ? ['website', 'stage', 'originalLocale'] : ['kind'],
    relations: uid === INITIATIVE ? { themes: 'documentId', owner: 'documentId' } : {},
    components: uid === INITIATIVE ? { costs: ['code', 'amount'], funding: ['amount'] } : {},
  });

const createInitiative = async (data: object = {}, locale = 'fr') =>
  (
    await initiatives().create({
      locale,
      data: {
        ...complete,
        title: 'Une initiative',
        website: 'https://a.example',
        stage: 'pilot',
        themes: [themes[0]],
        owner: organisation,
        costs: [{ code: 'studies', kind: 'investment', amount: 1000, currency: 'EUR' }],
        costTexts: [{ code: 'studies', label: 'Études' }],
        funding: [{ code: 'region', funder: organisation, amount: 500, currency: 'EUR' }],
        ...data,
      },
    })
  ).documentId;

const translate = (documentId: string, locale: string, data: object = {}) =>
  initiatives().update({
    documentId,
    locale,
    data: {
      summary: 'In short.',
      title: `Title ${locale}`,
      costTexts: [{ code: 'studies', label: 'x' }],
      ...data,
    },
  });

const agree = (rows: Record<string, unknown>, status: 'draft' | 'published') => {
  const own = Object.entries(rows).filter(([key]) => key.endsWith(status));
  for (const [, row] of own) expect(row).toEqual(own[0]?.[1]);
  return own.length;
};

describe('a new locale', () => {
  it('is filled from the original’s draft with all that is shared', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    const rows = await shared(documentId);
    expect(rows['el draft']).toEqual({
      website: 'https://a.example',
      stage: 'pilot',
      originalLocale: 'fr',
      themes: [themes[0]],
      owner: [organisation],
      costs: [{ code: 'studies', amount: 1000 }],
      funding: [{ amount: 500 }],
    });
    expect(rows['fr draft']).toEqual(rows['el draft']);
  });

  it('overwrites no unpublished edit of another locale', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await initiatives().publish({ documentId, locale: '*' });
    await initiatives().update({
      documentId,
      locale: 'fr',
      data: { website: 'https://edited.example', stage: null },
    });
    await translate(documentId, 'pt', { website: 'https://stale.example' });
    const rows = await shared(documentId);
    expect(rows['fr draft']).toMatchObject({ website: 'https://edited.example', stage: null });
    expect(agree(rows, 'draft')).toBe(3);
    expect(rows['fr published']).toMatchObject({ website: 'https://a.example', stage: 'pilot' });
    expect(agree(rows, 'published')).toBe(2);
  });

  it('keeps relations inside shared components, which follow the original’s publication', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await initiatives().publish({ documentId, locale: '*' });
    const funders = async () => {
      const rows = await initiatives().findMany({
        locale: 'el',
        status: 'published',
        filters: { documentId },
        populate: { funding: { populate: ['funder'] } },
      });
      return rows.map(({ funding }) => funding);
    };
    expect(await funders()).toMatchObject([[{ funder: { documentId: organisation } }]]);
    const { documentId: funder } = await documents(
      booted.strapi,
      'api::observatory.organisation',
    ).create({
      data: { name: 'Another funder' },
    });
    await initiatives().update({
      documentId,
      locale: 'fr',
      data: { funding: [{ funder, amount: 1, currency: 'EUR' }] },
    });
    await initiatives().publish({ documentId, locale: 'fr' });
    expect(await funders()).toMatchObject([[{ funder: { documentId: funder } }]]);
  });
});

describe('shared fields', () => {
  it('are edited on the original and reach every draft', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await translate(documentId, 'pt');
    await initiatives().update({
      documentId,
      locale: 'fr',
      data: {
        website: 'https://b.example',
        themes: [themes[1], themes[0]],
        owner: null,
        costs: [
          { code: 'studies', kind: 'investment', amount: 2000, currency: 'EUR' },
          { code: 'servers', kind: 'operation', amount: 1, currency: 'EUR' },
        ],
      },
    });
    const rows = await shared(documentId);
    expect(rows['el draft']).toMatchObject({
      website: 'https://b.example',
      themes: [themes[1], themes[0]],
      owner: [],
      costs: [
        { code: 'studies', amount: 2000 },
        { code: 'servers', amount: 1 },
      ],
    });
    expect(agree(rows, 'draft')).toBe(3);
  });

  it('sent with a translation are dropped: a stale form undoes nothing', async () => {
    const documentId = await createInitiative({}, 'el');
    await translate(documentId, 'fr');
    const stale = { website: 'https://stale.example', themes: [], costs: [], owner: null };
    await initiatives().update({
      documentId,
      locale: 'el',
      data: { website: 'https://new.example' },
    });
    await translate(documentId, 'fr', { ...stale, originalLocale: 'fr', title: 'Saved' });
    const rows = await shared(documentId);
    expect(rows['el draft']).toMatchObject({
      website: 'https://new.example',
      themes: [themes[0]],
      owner: [organisation],
      costs: [{ code: 'studies', amount: 1000 }],
      originalLocale: 'el',
    });
    expect(agree(rows, 'draft')).toBe(2);
    expect((await initiatives().findOne({ documentId, locale: 'fr' }))?.title).toBe('Saved');
  });

  it('of the published rows follow the original’s publication', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await initiatives().publish({ documentId, locale: '*' });
    await initiatives().update({
      documentId,
      locale: 'fr',
      data: { website: 'https://b.example', themes: [themes[1]], costs: [] },
    });
    expect((await shared(documentId))['el published']).toMatchObject({
      website: 'https://a.example',
    });
    await initiatives().publish({ documentId, locale: 'fr' });
    const rows = await shared(documentId);
    expect(rows['el published']).toMatchObject({
      website: 'https://b.example',
      themes: [themes[1]],
      costs: [],
    });
    expect(agree(rows, 'published')).toBe(2);
  });

  it('of a translation published alone are the original’s published ones', async () => {
    const documentId = await createInitiative();
    await initiatives().publish({ documentId, locale: 'fr' });
    await initiatives().update({
      documentId,
      locale: 'fr',
      data: { website: 'https://draft.example' },
    });
    await translate(documentId, 'el');
    await initiatives().publish({ documentId, locale: 'el' });
    const rows = await shared(documentId);
    expect(rows['el published']).toMatchObject({ website: 'https://a.example' });
    expect(rows['el draft']).toMatchObject({ website: 'https://draft.example' });
    expect(agree(rows, 'published')).toBe(2);
  });

  it('come back to every draft when the original’s draft is discarded', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await initiatives().publish({ documentId, locale: '*' });
    await initiatives().update({ documentId, locale: 'fr', data: { website: null } });
    await translate(documentId, 'el', { title: 'Kept' });
    await initiatives().discardDraft({ documentId, locale: 'fr' });
    const rows = await shared(documentId);
    expect(rows['el draft']).toMatchObject({ website: 'https://a.example' });
    expect(agree(rows, 'draft')).toBe(2);
    expect((await initiatives().findOne({ documentId, locale: 'el' }))?.title).toBe('Kept');
  });

  it('are found by filter in every locale, by a relation too', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await initiatives().publish({ documentId, locale: '*' });
    for (const locale of ['fr', 'el']) {
      for (const status of ['draft', 'published']) {
        const found = await initiatives().findMany({
          locale,
          status,
          filters: {
            documentId,
            themes: { documentId: themes[0] },
            owner: { documentId: organisation },
          },
        });
        expect(found, `${locale} ${status}`).toHaveLength(1);
      }
    }
  });
});

describe('the original locale', () => {
  it('is the one of creation, whatever is sent, and never edited', async () => {
    const documentId = await createInitiative({ originalLocale: 'pl' }, 'el');
    expect((await shared(documentId))['el draft']).toMatchObject({ originalLocale: 'el' });
    await initiatives().update({ documentId, locale: 'el', data: { originalLocale: 'fr' } });
    expect((await shared(documentId))['el draft']).toMatchObject({ originalLocale: 'el' });
  });

  it('cannot be deleted while translations exist, the whole document can', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await expect(initiatives().delete({ documentId, locale: 'fr' })).rejects.toThrow(
      'The original (fr) cannot be deleted while it has translations (el)',
    );
    expect(Object.keys(await shared(documentId))).toHaveLength(2);
    await initiatives().delete({ documentId, locale: 'el' });
    await initiatives().delete({ documentId, locale: 'fr' });
    expect(await shared(documentId)).toEqual({});
    const whole = await createInitiative();
    await translate(whole, 'el');
    await initiatives().delete({ documentId: whole, locale: '*' });
    expect(await shared(whole)).toEqual({});
  });

  it('of a clone is the one whose rows were cloned', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    const whole = await initiatives().clone({ documentId, locale: '*', data: {} });
    expect(agree(await shared(whole.documentId), 'draft')).toBe(2);
    expect((await shared(whole.documentId))['el draft']).toMatchObject({ originalLocale: 'fr' });
    const part = await initiatives().clone({ documentId, locale: 'el', data: {} });
    expect(await shared(part.documentId)).toMatchObject({ 'el draft': { originalLocale: 'el' } });
  });
});

describe('publication of several locales', () => {
  it.each([['*'], [['fr', 'el']]])('of %j is atomic', async (locale) => {
    const data = { ...COMPLETE_PROJECT, title: 'IRIS', kind: 'programme' };
    const { documentId } = await projects().create({ locale: 'fr', data });
    await projects().update({ documentId, locale: 'el', data });
    const stop = booted.strapi.db.lifecycles.subscribe({
      models: [PROJECT],
      beforeCreate: ({ params }: { params: { data?: { locale?: string } } }) => {
        if (params.data?.locale === 'el') throw new Error('The Greek row fails');
      },
    });
    await expect(projects().publish({ documentId, locale })).rejects.toThrow('The Greek row fails');
    stop();
    const rows = await shared(documentId, PROJECT);
    expect(Object.keys(rows)).toEqual(['el draft', 'fr draft']);
  });
});

describe('the mark “modified”', () => {
  const isModified = async (documentId: string, locale: string) => {
    const metadata = booted.strapi.plugin('content-manager').service('document-metadata');
    const rows = await booted.strapi.db
      .query(INITIATIVE)
      .findMany({ where: { documentId, locale } });
    const draft = rows.find(({ publishedAt }) => publishedAt === null);
    return metadata.getStatus(
      draft,
      rows.filter(({ id }) => id !== draft?.id),
    );
  };

  it('tells unpublished texts, also after the original’s publication', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await translate(documentId, 'pt');
    await initiatives().publish({ documentId, locale: '*' });
    const website = 'https://b.example';
    await initiatives().update({ documentId, locale: 'fr', data: { website } });
    expect(await isModified(documentId, 'pt')).toBe('modified');
    await translate(documentId, 'el', { title: 'Not published yet' });
    await initiatives().publish({ documentId, locale: 'fr' });
    expect(await isModified(documentId, 'fr')).toBe('published');
    expect(await isModified(documentId, 'pt')).toBe('published');
    expect(await isModified(documentId, 'el')).toBe('modified');
  });
});

describe('editors at once', () => {
  it('end with rows that agree, and lose nothing', async () => {
    for (let round = 0; round < 2; round += 1) {
      const documentId = await createInitiative();
      await translate(documentId, 'el');
      const website = `https://${round}.example`;
      await Promise.all([
        initiatives().update({ documentId, locale: 'fr', data: { website, funding: [] } }),
        translate(documentId, 'pt'),
        initiatives().update({ documentId, locale: 'el', data: { title: `Greek ${round}` } }),
        initiatives().update({
          documentId,
          locale: 'fr',
          data: { stage: 'deployed', themes: [themes[1]] },
        }),
        initiatives().publish({ documentId, locale: 'fr' }),
      ]);
      const rows = await shared(documentId);
      expect(agree(rows, 'draft')).toBe(3);
      expect(rows['pt draft']).toMatchObject({
        website,
        stage: 'deployed',
        themes: [themes[1]],
        funding: [],
      });
      expect((await initiatives().findOne({ documentId, locale: 'el' }))?.title).toBe(
        `Greek ${round}`,
      );
    }
  });

  /** Starts the second while the first has done its work but not committed it. */
  const overlap = async (first: () => Promise<unknown>, second: () => Promise<unknown>) => {
    const { strapi, database } = booted;
    let onDone = () => {};
    let commit = () => {};
    const done = new Promise<void>((resolve) => {
      onDone = resolve;
    });
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const one = strapi.db.transaction(async () => {
      await first();
      onDone();
      await mayCommit;
    });
    await done;
    let isOver = false;
    const other = second().finally(() => {
      isOver = true;
    });
    // SQLite's one connection is taken: there the second cannot even begin.
    if (database === 'postgres') {
      await waitFor(async () => {
        const { rows } = await strapi.db.connection.raw(
          "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
        );
        return rows.length > 0 || isOver;
      });
    }
    commit();
    await Promise.all([one, other]);
  };

  it('do not miss what another has not committed yet', async () => {
    const documentId = await createInitiative();
    await translate(documentId, 'el');
    await overlap(
      () =>
        initiatives().update({ documentId, locale: 'fr', data: { website: 'https://b.example' } }),
      () => translate(documentId, 'pt'),
    );
    const rows = await shared(documentId);
    expect(agree(rows, 'draft')).toBe(3);
    expect(rows['pt draft']).toMatchObject({ website: 'https://b.example' });
  });

  it('on both sides of a link end with the link in every row', async () => {
    const data = { ...COMPLETE_PROJECT, title: 'A project', kind: 'action' };
    const target = (await projects().create({ locale: 'fr', data })).documentId;
    const source = (await projects().create({ locale: 'fr', data })).documentId;
    await projects().update({ documentId: source, locale: 'fr', data: { parent: target } });
    await overlap(
      () => projects().publish({ documentId: target, locale: 'fr' }),
      () => projects().publish({ documentId: source, locale: 'fr' }),
    );
    await overlap(
      () => projects().update({ documentId: source, locale: 'el', data }),
      () => projects().update({ documentId: target, locale: 'el', data }),
    );
    const rows = await rowsByKey({
      strapi: booted.strapi,
      uid: PROJECT,
      documentId: source,
      relations: { parent: 'locale' },
    });
    expect(rows).toEqual({
      'el draft': { parent: ['el'] },
      'fr draft': { parent: ['fr'] },
      'fr published': { parent: ['fr'] },
    });
  });
});

describe('the cost of a save', () => {
  it('in writes does not depend on the number of locales', async () => {
    const statements = async (locales: string[]) => {
      const documentId = await createInitiative();
      for (const locale of locales) await translate(documentId, locale);
      let count = 0;
      const onQuery = ({ sql }: { sql: string }) => {
        // The search worker asks too, at its own times.
        if (/^(insert|update|delete).*(initiatives|components_iris)/i.test(sql)) count += 1;
      };
      booted.strapi.db.connection.on('query', onQuery);
      await initiatives().update({
        documentId,
        locale: 'fr',
        data: {
          website: 'https://b.example',
          themes: [themes[1]],
          funding: [{ code: 'region', funder: organisation, amount: 600, currency: 'EUR' }],
        },
      });
      booted.strapi.db.connection.off('query', onQuery);
      expect(agree(await shared(documentId), 'draft')).toBe(locales.length + 1);
      return count;
    };
    expect(await statements(['el', 'pt', 'es', 'pl', 'en'])).toBe(await statements(['el']));
  });
});
