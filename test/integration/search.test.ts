import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../src/plugins/search/server/src/engine/engine';
import { databaseOf } from '../../src/plugins/search/server/src/store/database';
import { dependantsOf } from '../../src/plugins/search/server/src/store/dependants';
import { relationHops } from '../../src/plugins/search/server/src/store/relation-hops';
import { makeApiToken, signInUser } from '../support/callers';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM, THEME } from '../support/search';
import { showFolders } from '../support/show-folders';
import { bootStrapi, type TestStrapi } from '../support/strapi';

let engine: TestMeilisearch;
let server: TestStrapi;

let tools: SearchTools;

// A machine that does much else at once makes the engine take its time.
vi.setConfig({ testTimeout: 180_000 });

let hideFolders: () => void = () => undefined;

beforeAll(async () => {
  hideFolders = showFolders();
  engine = await startMeilisearch();
  server = await bootStrapi({ meilisearch: engine, env: { SEARCH_RATE_PER_MINUTE: '0' } });
  tools = searchTools(server);
});

afterAll(async () => {
  await server?.stop();
  await engine?.stop();
  hideFolders();
});

describe('delivery', () => {
  it('finds what is published in the index of every locale, the original where no translation is', async () => {
    const documentId = await tools.publishTerm({ term: 'Numérimètre' });
    await tools.publishTerm({ term: 'Digimeter', locale: 'en', documentId });
    await tools.drained();
    const inFrench = await tools.search({ q: 'numérimètre', locale: 'fr' });
    expect(inFrench.data).toMatchObject([
      { type: 'glossary-term', documentId, locale: 'fr', title: 'Numérimètre', isFallback: false },
    ]);
    const inEnglish = await tools.search({ q: 'digimeter', locale: 'en' });
    expect(inEnglish.data).toMatchObject([{ documentId, locale: 'en', isFallback: false }]);
    for (const locale of ['el', 'pt', 'es', 'pl']) {
      const fallback = await tools.search({ q: 'numérimètre', locale });
      expect(fallback.data).toMatchObject([{ documentId, locale: 'fr', isFallback: true }]);
    }
    expect(await tools.titles({ q: 'numérimètre', locale: 'en' })).toEqual([]);
  });

  it('never shows a draft, nor the draft of a published entry', async () => {
    await tools.documentsOf(TERM).create({ locale: 'fr', data: { term: 'Brouillonnage' } });
    const documentId = await tools.publishTerm({ term: 'Publifié' });
    await tools
      .documentsOf(TERM)
      .update({ documentId, locale: 'fr', data: { term: 'Rebrouillonné' } });
    await tools.drained();
    expect(await tools.titles({ q: 'brouillonnage' })).toEqual([]);
    expect(await tools.titles({ q: 'rebrouillonné' })).toEqual([]);
    expect(await tools.titles({ q: 'publifié' })).toEqual(['Publifié']);
  });

  it('takes out what is unpublished and what is deleted', async () => {
    const unpublished = await tools.publishTerm({ term: 'Dépubliable' });
    const deleted = await tools.publishTerm({ term: 'Effaçable' });
    await tools.drained();
    expect(await tools.titles({ q: 'dépubliable' })).toHaveLength(1);
    expect(await tools.titles({ q: 'effaçable' })).toHaveLength(1);
    await tools.documentsOf(TERM).unpublish({ documentId: unpublished, locale: 'fr' });
    await tools.documentsOf(TERM).delete({ documentId: deleted, locale: '*' });
    await tools.drained();
    expect(await tools.titles({ q: 'dépubliable' })).toEqual([]);
    expect(await tools.titles({ q: 'effaçable' })).toEqual([]);
  });

  it('sends the edited language before it reads the others', async () => {
    const documentId = await tools.publishTerm({ term: 'Premièrement' });
    await tools.publishTerm({ term: 'Firstly', locale: 'en', documentId });
    // Its own mark of the entry: claimed before the publication, it would be a delivery more.
    await tools
      .documentsOf(TERM)
      .update({ documentId, locale: 'fr', data: { term: 'Deuxièmement' } });
    await tools.drained();
    const { writer } = server.strapi.plugin('search').service('engine') as { writer: Engine };
    const { put } = writer;
    const indexes: string[] = [];
    writer.put = async (input) => {
      if (indexes.length === 0) {
        await server.strapi.db
          .connection(server.strapi.db.metadata.get(TERM).tableName)
          .where({ document_id: documentId, locale: 'en' })
          .update({ term: 'Secondly' });
      }
      indexes.push(input.index);
      return put(input);
    };
    try {
      await tools.documentsOf(TERM).publish({ documentId, locale: 'fr' });
      await tools.drained();
    } finally {
      writer.put = put;
    }
    expect(indexes[0]).toMatch(/_fr$/);
    expect(indexes.filter((index) => index.endsWith('_fr'))).toHaveLength(1);
    expect(await tools.titles({ q: 'deuxièmement' })).toEqual(['Deuxièmement']);
    expect(await tools.titles({ q: 'secondly', locale: 'en' })).toEqual(['Secondly']);
  });

  it('sends what has just changed before it hears what the index holds, and else only what differs', async () => {
    const documentId = await tools.publishTerm({ term: 'Fraîchement' });
    await tools.drained();
    const { writer } = server.strapi.plugin('search').service('engine') as { writer: Engine };
    const { put, known } = writer;
    const events: string[] = [];
    const sent = new AbortController();
    writer.put = (input) => {
      events.push('sent');
      sent.abort();
      return put(input);
    };
    writer.known = async (input) => {
      await pause(5_000, undefined, { signal: sent.signal }).catch(() => undefined);
      events.push('heard');
      return known(input);
    };
    try {
      await tools.publishTerm({ term: 'Tout frais', documentId });
      await tools.drained();
      expect(events[0]).toBe('sent');
      events.length = 0;
      const table = server.strapi.db.metadata.get(TERM).tableName;
      const anHourAgo = new Date(Date.now() - 3_600_000);
      await server.strapi.db
        .connection(table)
        .where({ document_id: documentId })
        .update({ updated_at: server.database === 'sqlite' ? anHourAgo.getTime() : anHourAgo });
      await tools
        .documentsOf(TERM)
        .update({ documentId, locale: 'fr', data: { term: 'Encore un brouillon' } });
      await tools.drained();
      expect(events).toContain('heard');
      expect(events).not.toContain('sent');
    } finally {
      Object.assign(writer, { put, known });
    }
  });
});

describe('edits and the engine', () => {
  it('keeps what is edited while the engine is down and delivers it when it is back', async () => {
    await tools.drained();
    await engine.kill();
    const begun = Date.now();
    await tools.publishTerm({ term: 'Panneproof' });
    // As fast as ever: nothing waits for the engine.
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect((await tools.status()).queue).toMatchObject({ waiting: 1, dead: 0 });
    const refused = await fetch(`${server.url}/api/search?q=panneproof`);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ data: null, error: { status: 503 } });
    await engine.start();
    await tools.drained();
    expect(await tools.titles({ q: 'panneproof' })).toEqual(['Panneproof']);
    expect((await tools.status()).engine).toEqual({ state: 'healthy' });
  });

  it('leaves no mark of an edit that is rolled back', async () => {
    await tools.drained();
    await engine.kill();
    const edit = server.strapi.db.transaction(async () => {
      await tools.publishTerm({ term: 'Annulation' });
      throw new Error('the editor changed her mind');
    });
    await expect(edit).rejects.toThrow('changed her mind');
    expect((await tools.status()).queue.waiting).toBe(0);
    await engine.start();
  });

  it('marks writes that do not pass the Document Service', async () => {
    const documentId = await tools.publishTerm({ term: 'Indirectement' });
    await tools.drained();
    await server.strapi.db.query(TERM).updateMany({
      where: { documentId },
      data: { term: 'Directement', plainDefinition: 'x' },
    });
    await tools.drained();
    expect(await tools.titles({ q: 'directement' })).toContain('Directement');
    expect(await tools.titles({ q: 'indirectement' })).toEqual([]);
    await server.strapi.db.query(TERM).deleteMany({ where: { documentId } });
    await tools.drained();
    expect(await tools.titles({ q: 'directement' })).toEqual([]);
  });
});

describe('content', () => {
  it('shows the new name of a reference in whoever links it', async () => {
    const theme = await tools.documentsOf(THEME).create({
      data: { reference: 'THEME-TEST-ROBOTS', name: 'Robotique', nameFr: 'Robotique' },
    });
    const documentId = await tools.publishWatchItem({
      title: 'Un article',
      themes: [theme.documentId],
    });
    await tools.drained();
    const found = () => tools.search({ q: 'robotique', type: 'watch-item' });
    expect((await found()).data).toMatchObject([{ documentId }]);
    await tools.documentsOf(THEME).update({
      documentId: theme.documentId,
      data: { name: 'Automates', nameFr: 'Automates' },
    });
    await tools.drained();
    expect((await found()).data).toEqual([]);
    const renamed = await tools.search({ q: 'automates', type: 'watch-item' });
    expect(renamed.data).toMatchObject([{ documentId }]);
    const ofTheme = { theme: 'THEME-TEST-ROBOTS', type: 'watch-item', facets: 'themes' };
    const filtered = await tools.search(ofTheme);
    expect(filtered.data).toMatchObject([{ documentId }]);
    expect(filtered.meta.facets).toEqual({
      themes: [{ value: 'THEME-TEST-ROBOTS', label: 'Automates', count: 1 }],
    });
  });

  it('shows what is for members to members alone, in hits, totals and facets', async () => {
    await tools.publishTerm({ term: 'Confidentialissime', access: 'members' });
    await tools.drained();
    const find = 'plugin::search.search.find';
    const makeToken = (name: string, permissions: string[]) =>
      makeApiToken({ strapi: server.strapi, name, type: 'custom', permissions });
    const { strapi, url } = server;
    const seeing = [
      await signInUser({ strapi, url, roleType: 'member' }),
      await makeToken('members', [find, 'plugin::access.members.read']),
      await makeApiToken({ strapi, name: 'all', type: 'full-access' }),
    ];
    const others = [
      undefined,
      await signInUser({ strapi, url, roleType: 'authenticated' }),
      await makeToken('search', [find]),
      await makeToken('drafts', [find, 'plugin::access.drafts.read']),
      await makeApiToken({ strapi, name: 'read only', type: 'read-only' }),
    ];
    const ask = (token?: string) =>
      tools.search({ q: 'confidentialissime', facets: 'type' }, token);
    for (const token of seeing) {
      const { data, meta } = await ask(token);
      expect(data).toMatchObject([{ title: 'Confidentialissime' }]);
      expect(meta).toMatchObject({
        pagination: { total: 1 },
        facets: { type: [{ value: 'glossary-term', label: 'Glossaire', count: 1 }] },
      });
    }
    for (const token of others) {
      const { data, meta } = await ask(token);
      expect(data).toEqual([]);
      expect(meta.pagination.total).toBe(0);
      expect(meta.facets).toEqual({ type: [] });
    }
  });
});

describe('languages', () => {
  const cases = [
    ['fr', 'avion', "L'avion du conseil général"],
    ['fr', "l'avion", 'Avion sans article'],
    ['fr', 'l’aéroport', 'Aéroport sans article'],
    ['fr', 'etang', 'L’étang numérique'],
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
  ] as const;

  beforeAll(async () => {
    for (const [locale, , term] of cases) {
      await tools.publishTerm({ term, locale, originalLocale: locale });
    }
    await tools.drained();
  }, 180_000);

  it.each(cases)('in %s finds %s', async (locale, q, term) => {
    expect((await tools.titles({ q, locale })).slice(0, 3)).toContain(term);
  });
});

describe('locales', () => {
  const indexExists = async (index: string) => {
    const response = await fetch(`${engine.host}/indexes/${index}`, {
      headers: { Authorization: `Bearer ${engine.apiKey}` },
    });
    return response.ok;
  };

  it('makes the index of a locale that is added, with fallbacks, and takes it away with the locale', async () => {
    await tools.publishTerm({ term: 'Multilingue' });
    // Galician: a language that the engine has no settings for.
    const locales = server.strapi.plugin('i18n').service('locales');
    const warn = vi.spyOn(server.strapi.log, 'warn');
    const added = await locales.create({ code: 'gl', name: 'Galego' });
    await tools.drained();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('no language settings for gl'));
    warn.mockRestore();
    // Its texts join the index of every locale, too.
    expect((await tools.search({ q: 'multilingue', locale: 'gl,fr' })).data).toMatchObject([
      { title: 'Multilingue', locale: 'fr', isFallback: false },
    ]);
    expect((await tools.search({ q: 'multilingue', locale: 'gl' })).data).toMatchObject([
      { title: 'Multilingue', locale: 'fr', isFallback: true },
    ]);
    await locales.delete({ id: added.id });
    await tools.drained();
    expect(await indexExists('test_gl')).toBe(false);
    expect(await indexExists('test_fr')).toBe(true);
  });
});

describe('fan-out', () => {
  const INITIATIVE = 'api::iris.initiative';
  const ORGANISATION = 'api::observatory.organisation';
  const FILE = 'plugin::upload.file';
  const STUDY = 'api::studies.study';
  const FOLDER = 'plugin::upload.folder';

  type Change = (input: Record<string, unknown>) => Promise<{ documentId: string }>;
  const folders = () =>
    server.strapi.documents(FOLDER) as unknown as Record<'create' | 'update', Change>;

  it('follows links that are written from their other side', async () => {
    const { strapi } = server;
    let pathId = 1_000;
    const makeFolder = (name: string, data: Record<string, unknown>) => {
      pathId += 1;
      return folders().create({ data: { name, pathId, path: `/${pathId}`, ...data } });
    };
    const row = await strapi.db.query(STUDY as typeof THEME).create({
      data: {
        documentId: 'illustrated',
        title: 'Illustrée',
        slug: 'illustree',
        locale: 'fr',
        originalLocale: 'fr',
        access: 'public',
        publishedAt: new Date(),
      },
    });
    const by = async (q: string) => {
      await tools.drained();
      return tools.titles({ q: `"${q}"`, type: 'study' });
    };
    // As an upload with ref, refId and field does it.
    const file = await strapi.db.query(FILE as typeof THEME).create({
      data: {
        name: 'f.png',
        alternativeText: 'Moulinet',
        hash: 'f',
        mime: 'image/png',
        size: 1,
        url: '/f.png',
        provider: 'local',
        related: [{ id: row.id, __type: STUDY, __pivot: { field: 'files' } }],
      },
    });
    expect(await by('Moulinet')).toEqual(['Illustrée']);

    const first = await makeFolder('Chemise', { files: { connect: [file.documentId] } });
    expect(await by('Chemise')).toEqual(['Illustrée']);
    const files = { files: { disconnect: [file.documentId] } };
    await folders().update({ documentId: first.documentId, data: files });
    expect(await by('Chemise')).toEqual([]);

    // A file lies in one folder: another one that takes it takes it away.
    await folders().update({
      documentId: first.documentId,
      data: { files: { set: [file.documentId] } },
    });
    expect(await by('Chemise')).toEqual(['Illustrée']);
    await makeFolder('Classeur', { files: { connect: [file.documentId] } });
    expect(await by('Classeur')).toEqual(['Illustrée']);
    expect(await by('Chemise')).toEqual([]);
  });

  it('follows relations inside components, chains of relations and files', async () => {
    const { strapi } = server;
    const create = (uid: string, data: Record<string, unknown>) =>
      strapi.db.query(uid as typeof THEME).create({ data });
    const file = await create(FILE, {
      name: 'a.png',
      hash: 'a',
      mime: 'image/png',
      size: 1,
      url: '/a.png',
      provider: 'local',
    });
    const territory = await create('api::observatory.territory', {
      name: 'Là-bas',
      reference: 'NUTS-FAR',
      level: 'region',
    });
    const funder = await create(ORGANISATION, {
      name: 'Bailleur',
      reference: 'ORG-TEST-FUNDER',
      territory: territory.id,
    });
    const initiative = await (
      strapi.documents(INITIATIVE) as unknown as {
        create: (input: unknown) => Promise<{ documentId: string }>;
      }
    ).create({
      locale: 'fr',
      data: {
        title: 'Financée',
        originalLocale: 'fr',
        image: file.id,
        funding: [{ code: 'one', funder: funder.documentId, amount: 1, currency: 'EUR' }],
      },
    });
    await tools.drained();
    const db = databaseOf(strapi);
    const marked = async (path: string[], documentId: string) => {
      const hops = relationHops({ strapi, uid: INITIATIVE, path });
      const dependence = {
        uid: INITIATIVE,
        table: strapi.db.metadata.get(INITIATIVE).tableName,
        // The entry is a draft: here every row counts.
        hasDraftAndPublish: false,
        target: hops.at(-1)?.target ?? '',
        hops,
      };
      const rows = await db.run(async ({ trx }) =>
        dependantsOf({ db, trx, dependence, documentIds: [documentId] }),
      );
      return rows.map(({ document_id }: { document_id: string }) => document_id);
    };
    expect(await marked(['image'], file.documentId)).toEqual([initiative.documentId]);
    expect(await marked(['funding', 'funder'], funder.documentId)).toEqual([initiative.documentId]);
    expect(await marked(['funding', 'funder', 'territory'], territory.documentId)).toEqual([
      initiative.documentId,
    ]);
    expect(await marked(['image'], 'another')).toEqual([]);
  });
});
