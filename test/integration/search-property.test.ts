import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { claimMarks } from '../../src/plugins/search/server/src/store/claim-marks';
import { databaseOf } from '../../src/plugins/search/server/src/store/database';
import { engineClient } from '../support/engine-client';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { startMeilisearch, type TestMeilisearch } from '../support/meilisearch';
import { type SearchTools, searchTools, TERM } from '../support/search';
import { bootStrapi, type TestStrapi } from '../support/strapi';

const RUNS = Number(process.env.SEARCH_RUNS ?? 4);
const SEED = Number(process.env.SEARCH_SEED ?? Date.now() % 2 ** 31);
const LOCALES = ['fr', 'en', 'el', 'pt', 'es', 'pl'];

let engine: TestMeilisearch;
let proxy: FaultProxy;
let server: TestStrapi;
let tools: SearchTools;

const { ask } = engineClient(() => engine);

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

beforeAll(async () => {
  engine = await startMeilisearch();
  proxy = await startFaultProxy(engine.host);
  server = await bootStrapi({
    meilisearch: { host: proxy.host, apiKey: engine.apiKey },
    env: { MEILI_TIMEOUT_MS: '2000', SEARCH_RATE_PER_MINUTE: '0' },
  });
  tools = searchTools(server);
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
  const { results } = (await ask(`/indexes/test_${locale}/documents?limit=1000`)) as {
    results: { documentId: string; title: string }[];
  };
  return new Map(results.map(({ documentId, title }) => [documentId, title]));
};

const rebuild = () =>
  server.strapi.plugin('search').service('rebuild') as {
    begin: () => Promise<{ state: string; ended?: Promise<unknown> }>;
  };

type Step =
  | { kind: 'save' | 'publish' | 'unpublish' | 'discard'; entry: number; locale: string }
  | { kind: 'delete'; entry: number; locale: string }
  | { kind: 'outage' | 'repaired' | 'crash' | 'round' | 'rebuild' };

const localeOf = fc.constantFrom('fr', 'fr', 'en', 'el');
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: ofEntry('save') },
    { weight: 5, arbitrary: ofEntry('publish') },
    { weight: 2, arbitrary: ofEntry('unpublish') },
    { weight: 1, arbitrary: ofEntry('discard') },
    { weight: 1, arbitrary: ofEntry('delete') },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom('outage', 'repaired', 'crash', 'crash', 'round', 'rebuild'),
      }) as fc.Arbitrary<Step>,
    },
  ),
  { minLength: 15, maxLength: 25 },
);

function ofEntry(kind: 'save' | 'publish' | 'unpublish' | 'discard' | 'delete') {
  return fc.record({
    kind: fc.constant(kind),
    entry: fc.nat(3),
    locale: localeOf,
  }) as fc.Arbitrary<Step>;
}

it('ends with the index that the database says, whatever comes in whatever order', async () => {
  console.info(`SEARCH_SEED=${SEED} SEARCH_RUNS=${RUNS}`);
  let number = 0;
  const db = databaseOf(server.strapi);
  const documents = tools.documentsOf(TERM);

  /** Another worker that takes what waits, and is never heard of again. */
  const crash = async () => {
    const owner = `gone-${number}`;
    await claimMarks({ db, owner, limit: 3, leaseMs: 3_600_000, now: Date.now() });
  };

  const edit = async (step: Extract<Step, { entry: number }>, ids: Map<number, string>) => {
    const { kind, entry, locale } = step;
    const documentId = ids.get(entry);
    if (kind === 'save') {
      number += 1;
      const data = { term: `Terme ${number}`, plainDefinition: 'x', originalLocale: 'fr' };
      const saved = documentId
        ? await documents.update({ documentId, locale, data })
        : await documents.create({ locale: 'fr', data });
      if (saved) ids.set(entry, saved.documentId);
      return;
    }
    if (!documentId) return;
    if (kind === 'discard') await documents.discardDraft({ documentId, locale });
    else if (kind === 'delete') {
      await documents.delete({ documentId, locale: '*' });
      ids.delete(entry);
    } else await documents[kind]({ documentId, locale });
  };

  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const ids = new Map<number, string>();
      const rebuilds: Promise<unknown>[] = [];
      for (const step of sequence) {
        if ('entry' in step) {
          // What the rules of the content refuse has changed nothing.
          await edit(step, ids).catch((error: Error) => {
            if (!['ValidationError', 'NotFoundError', 'ApplicationError'].includes(error.name)) {
              throw error;
            }
          });
        } else if (step.kind === 'outage') proxy.set('refuse');
        else if (step.kind === 'repaired') proxy.set('none');
        else if (step.kind === 'crash') await crash();
        else if (step.kind === 'round') tools.wake();
        else {
          const started = await rebuild().begin();
          if (started.ended) rebuilds.push(started.ended);
        }
      }
      proxy.set('none');
      await Promise.all(rebuilds);
      // The leases of those that are gone have run out.
      await server.strapi.db
        .connection('search_marks')
        .where('locked_by', 'like', 'gone-%')
        .update({ locked_until: 1 });
      await tools.drained();
      for (const locale of LOCALES) expect(await held(locale)).toEqual(await wanted(locale));
      expect(await tools.reconcile()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: process.env.SEARCH_SHRINK !== 'true' },
  );
});
