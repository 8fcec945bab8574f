import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { deliverBatch } from '../../src/plugins/search/server/src/core/deliver-batch';
import { getService } from '../../src/plugins/search/server/src/services/get-service';
import { prepareDeliveries } from '../../src/plugins/search/server/src/services/prepare-deliveries';
import { claimMarks } from '../../src/plugins/search/server/src/store/claim-marks';
import { databaseOf } from '../../src/plugins/search/server/src/store/database';
import { createDice, type Dice } from '../support/dice';
import { engineClient } from '../support/engine-client';
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM, THEME } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const RUNS = Number(process.env.SEARCH_RUNS ?? 6);
const SEED = Number(process.env.SEARCH_SEED ?? Date.now() % 2 ** 31);
const LOCALES = ['fr', 'en', 'el', 'pt', 'es', 'pl'];
/** What the rules of the content refuse has changed nothing. */
const REFUSALS = ['ValidationError', 'NotFoundError', 'ApplicationError'];

let engine: TestMeilisearch;
let proxy: FaultProxy;
let server: TestStrapi;
let tools: SearchTools;
let themeId: string;
let isWell = true;

const { ask, done, put } = engineClient(() => engine);

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

beforeAll(async () => {
  engine = await startMeilisearch();
  proxy = await startFaultProxy(engine.host);
  server = await bootStrapi({
    meilisearch: { host: proxy.host, apiKey: engine.apiKey },
    env: { MEILI_TIMEOUT_MS: '2000', SEARCH_RATE_PER_MINUTE: '0' },
  });
  tools = searchTools(server);
  const data = { reference: 'THEME-DICE', name: 'Dés', nameFr: 'Dés' };
  themeId = (await tools.documentsOf(THEME).create({ data })).documentId;
  for (const title of ['Un', 'Deux']) await tools.publishWatchItem({ title, themes: [themeId] });
  await tools.drained();
});

afterAll(async () => {
  await server?.stop();
  await proxy?.stop();
  await engine?.stop();
});

type Row = { documentId: string; locale: string; term: string };

/** What an index must hold: of each entry the row of its locale, else of the original, else of the first. */
const wanted = async (locale: string) => {
  const rows: Row[] = await server.strapi.db
    .query(TERM)
    .findMany({ where: { publishedAt: { $notNull: true } } });
  const titles = new Map<string, string>();
  for (const code of [...LOCALES].reverse().concat('fr', locale)) {
    for (const row of rows) if (row.locale === code) titles.set(row.documentId, row.term);
  }
  return titles;
};

const held = async (locale: string) => {
  const { results } = (await ask(`/indexes/test_${locale}/documents/fetch`, {
    method: 'POST',
    body: JSON.stringify({ filter: 'type = glossary-term', limit: 1000 }),
  })) as { results: { documentId: string; title: string }[] };
  return new Map(results.map(({ documentId, title }) => [documentId, title]));
};

const marks = () => server.strapi.db.connection('search_marks');

const set = (fault: Fault) => {
  proxy.set(fault);
  isWell = fault === 'none';
};

let number = 0;
const next = () => {
  number += 1;
  return String(number);
};

/** Another worker that takes what waits, and is never heard of again: before it sent it, or after. */
const crash = async ({ hasSent, leaseMs }: { hasSent: boolean; leaseMs: number }) => {
  const { strapi } = server;
  const taken = await claimMarks({
    db: databaseOf(strapi),
    owner: `gone-${next()}`,
    limit: 3,
    leaseMs,
    now: Date.now(),
  });
  if (!hasSent) return;
  const { locales, defaultLocale } = await getService({ strapi, name: 'locales' }).get();
  const entries = taken.map((mark) => ({ ...mark, key: mark.id }));
  const { deliveries } = await prepareDeliveries({ strapi, entries, locales, defaultLocale });
  const { indexOf, targetsOf } = getService({ strapi, name: 'indexes' });
  await deliverBatch({
    deliveries,
    locales: targetsOf(locales),
    indexOf,
    engine: getService({ strapi, name: 'engine' }).writer,
  }).catch((error: Error) => {
    if (error.name !== 'EngineUnavailable') throw error;
  });
};

/** The entries of a run by their number, as far as there are any. */
type Entries = Map<number, string>;

const change = async ({
  dice,
  entries,
  entry,
}: {
  dice: Dice;
  entries: Entries;
  entry: number;
}) => {
  const documents = tools.documentsOf(TERM);
  const documentId = entries.get(entry);
  const locale = dice.pick(['fr', 'fr', 'en', 'el']);
  const data = { term: `Terme ${next()}`, plainDefinition: 'x', originalLocale: 'fr' };
  if (!documentId) {
    entries.set(entry, (await documents.create({ locale: 'fr', data })).documentId);
    return;
  }
  const kind = dice.pick([
    ...(['update', 'update', 'update', 'publish', 'publish', 'publish', 'publish'] as const),
    ...(['unpublish', 'discardDraft', 'delete', 'query'] as const),
  ]);
  if (kind === 'update') {
    if (!(await documents.update({ documentId, locale, data }))) entries.delete(entry);
  } else if (kind === 'query') {
    const changes = { data: { plainDefinition: next() }, where: { documentId } };
    await server.strapi.db.query(TERM).updateMany(changes);
  } else if (kind === 'delete') {
    await documents.delete({ documentId, locale: dice.pick(['*', locale]) });
  } else await documents[kind]({ documentId, locale });
};

const refusedAtMost = async (edit: Promise<unknown>) => {
  await edit.catch((error: Error) => {
    if (!REFUSALS.includes(error.name)) throw error;
  });
};

const step = async ({
  dice,
  entries,
  under,
}: {
  dice: Dice;
  entries: Entries;
  under: Promise<unknown>[];
}) => {
  const { strapi } = server;
  const one = dice.number(4);
  const rest = async () => {
    const kind = dice.pick(['fault', 'repaired', 'crash', 'crash', 'round', 'rebuilds', 'compare']);
    // What is held meets edits between the claim of a mark and its end.
    if (kind === 'fault') set(dice.pick(['refuse', 'html', 'drop', 'stall', 'hold', 'hold']));
    else if (kind === 'repaired') set('none');
    else if (kind === 'round') tools.wake();
    else if (kind === 'compare') {
      const depth = dice.pick(['light', 'full'] as const);
      // An engine out of reach fails it: that is told, and another one comes.
      under.push(tools.reconcile(depth).catch(() => undefined));
    } else if (kind === 'crash') {
      await crash({ hasSent: isWell && dice.chance(0.5), leaseMs: dice.pick([100, 3_600_000]) });
    } else {
      const begun = () => getService({ strapi, name: 'rebuild' }).begin();
      const started = await Promise.all([begun(), begun()]);
      const ours = started.flatMap((run) => (run.state === 'begun' ? [run.ended] : []));
      expect(ours.length).toBeLessThan(2);
      under.push(...ours);
    }
  };
  if (dice.chance(0.3)) return rest();
  const edits = [change({ dice, entries, entry: one })];
  // Two editors at once, of two entries.
  if (dice.chance(0.3)) edits.push(change({ dice, entries, entry: 4 + dice.number(2) }));
  if (dice.chance(0.1)) {
    const name = `Dés ${next()}`;
    const data = { name, nameFr: name };
    edits.push(
      tools
        .documentsOf(THEME)
        .update({ documentId: themeId, data })
        .then(() => undefined),
    );
  }
  await Promise.all(edits.map(refusedAtMost));
};

/** Waits for deliveries; then every index is what the database says, and no mark is left. */
const expectRight = async () => {
  await tools.drained();
  for (const locale of LOCALES) expect(await held(locale)).toEqual(await wanted(locale));
  const check = await getService({ strapi: server.strapi, name: 'reconciler' }).check();
  if (check.state !== 'begun') throw new Error('Another check runs');
  const right = LOCALES.concat('*').map(() => ({ missing: 0, stale: 0, ghosts: 0 }));
  expect(await check.ended).toMatchObject({
    state: 'done',
    outcome: { indexes: right, waiting: 0, examples: [] },
  });
  expect(await marks().select('*')).toEqual([]);
};

it.each(Array.from({ length: RUNS }, (_, index) => SEED + index))(
  'ends with the index that the database says, whatever comes in whatever order: SEARCH_SEED=%i',
  async (seed) => {
    const dice = createDice(seed);
    const entries: Entries = new Map();
    const under: Promise<unknown>[] = [];
    for (let count = 15 + dice.number(15); count > 0; count -= 1) {
      await step({ dice, entries, under });
    }
    set('none');
    // The leases of those that are gone run out; a rebuild waits for them, so before it.
    await marks().where('locked_by', 'like', 'gone-%').update({ locked_until: 1 });
    await Promise.all(under);
    await expectRight();
  },
);

it('repairs what differs and nothing else, while editors go on', async () => {
  const { strapi } = server;
  const idOf = (number: number) => `repaired${number}`;
  // Several pages of a comparison.
  for (const publishedAt of [null, new Date()]) {
    await strapi.db.query(TERM).createMany({
      data: Array.from({ length: 250 }, (_, number) => ({
        documentId: idOf(number),
        term: `Comparée ${number}`,
        slug: `comparee-${number}`,
        plainDefinition: 'x',
        locale: 'fr',
        originalLocale: 'fr',
        access: 'public',
        publishedAt,
      })),
    });
  }
  await tools.drained();
  const stale = [3, 120, 240].map(idOf);
  const missing = [7, 130].map(idOf);
  await strapi.db
    .connection('glossary_terms')
    .whereIn('document_id', stale)
    .update({ term: 'Par SQL' });
  for (const id of missing) {
    const address = `/indexes/test_el/documents/e_glossary-term_${id}`;
    await done(await ask(address, { method: 'DELETE' }));
  }
  const ghost = { type: 'glossary-term', documentId: 'nobody', title: 'Spectre' };
  await put([
    { id: 'e_glossary-term_nobody', ...ghost },
    { id: 'foreign-1', title: 'Étrangère' },
  ]);

  const indexed = new Set<string>();
  const hear = ({ documentId }: { documentId: string }) => indexed.add(documentId);
  strapi.eventHub.on('search.indexed', hear as never);
  const edited = new Set<string>();
  const started = await getService({ strapi, name: 'reconciler' }).repair();
  if (started.state !== 'begun') throw new Error('Another repair runs');
  let isOver = false;
  const editing = async () => {
    // Of what the repair has looked at, what it has not, and what it mends.
    for (let number = 0; number < 5 || (!isOver && number < 40); number += 1) {
      const documentId = idOf([10, 120, 245, 130, 60 + (number % 100)][number % 5] ?? 0);
      await tools.publishTerm({ documentId, term: `Éditée ${number}` });
      edited.add(documentId);
      // As a request would: SQLite gives no turn by itself.
      await turn();
    }
    await tools.documentsOf(TERM).delete({ documentId: idOf(200), locale: '*' });
    edited.add(idOf(200));
  };
  const editors = editing();
  const result = await started.ended;
  isOver = true;
  await editors;
  expect(result).toMatchObject({ state: 'done' });
  await expectRight();
  strapi.eventHub.off('search.indexed', hear as never);
  expect([...indexed].sort()).toEqual(
    [...new Set([...stale, ...missing, 'nobody', ...edited])].sort(),
  );
  expect(await ask('/indexes/test_fr/documents/foreign-1')).toEqual({
    id: 'foreign-1',
    title: 'Étrangère',
  });
});
