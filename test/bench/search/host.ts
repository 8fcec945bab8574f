import path from 'node:path';
import { type Core, createStrapi } from '@strapi/strapi';
import { loadSamples } from '../../../src/seed/sample/load-samples';
import { readPeak, resetPeak } from './peak-memory';

/** The permission of `GET /api/search`, which the empty route asks for as well. */
const PERMISSION = 'plugin::search.search.find';
const INITIATIVE = 'api::iris.initiative';

type Result = { state: string; error?: string };
type Rebuild = {
  begin: (input: {
    targets?: string[] | undefined;
  }) => Promise<{ state: 'busy' } | { state: 'begun'; ended: Promise<Result> }>;
};
type Delivery = { drain: (input: { timeoutMs: number }) => Promise<{ state: string }> };
type Asked = { index: string; params: Record<string, unknown> };
type Reader = { search: (input: Asked) => Promise<unknown> };

/** What the host of a Strapi does for the bench, by name. Times are milliseconds. */
const operations = (strapi: Core.Strapi) => {
  const service = (name: string) => strapi.plugin('search').service(name) as unknown;
  let noted: Promise<Asked> | undefined;
  return {
    /** Generated monographs that were written in French. */
    monographs: async ({ limit }: { limit: number }): Promise<string[]> => {
      const rows: { documentId: string }[] = await strapi.db.query(INITIATIVE).findMany({
        where: { isSample: true, originalLocale: 'fr', locale: 'fr', publishedAt: null },
        select: ['documentId'],
        orderBy: { id: 'asc' },
        limit,
      });
      return rows.map(({ documentId }) => documentId);
    },
    drain: async (): Promise<void> => {
      const { state } = await (service('delivery') as Delivery).drain({ timeoutMs: 600_000 });
      if (state !== 'drained') throw new Error('The queue was not delivered in ten minutes.');
    },
    /** Saves and publishes an edit in French. Answers when it was committed, Unix milliseconds. */
    save: async ({
      documentId,
      data,
    }: {
      documentId: string;
      data: Record<string, unknown>;
    }): Promise<{ committedAt: number }> => {
      let committedAt = 0;
      await strapi.db.transaction(async ({ onCommit }) => {
        onCommit(() => {
          committedAt = performance.timeOrigin + performance.now();
        });
        await strapi
          .documents(INITIATIVE)
          .update({ documentId, locale: 'fr', data: data as object, status: 'published' });
      });
      return { committedAt };
    },
    /** Rebuilds all indexes, or those of some targets. Answers how long it took, and the most memory that the process had. */
    rebuild: async ({
      targets,
    }: {
      targets?: string[];
    } = {}): Promise<{ ms: number; peakBytes: number }> => {
      resetPeak();
      const started = performance.now();
      const run = await (service('rebuild') as Rebuild).begin({ targets });
      if (run.state === 'busy') throw new Error('A rebuild runs already.');
      const { state, error } = await run.ended;
      if (state !== 'done') throw new Error(`The rebuild ended as ${state}: ${error ?? ''}`);
      return { ms: performance.now() - started, peakBytes: readPeak() };
    },
    /** Notes what the next search asks of the engine. */
    noteSearch: async (): Promise<void> => {
      const { reader } = service('engine') as { reader: Reader };
      const { search } = reader;
      noted = new Promise((resolve) => {
        reader.search = (input) => {
          reader.search = search;
          resolve(input);
          return search(input);
        };
      });
    },
    /** What the noted search asked. */
    notedSearch: async (): Promise<Asked> => {
      if (!noted) throw new Error('No search was to be noted.');
      return noted;
    },
    /** How many monographs are published, counted in every locale. */
    published: (): Promise<number> =>
      strapi.db.query(INITIATIVE).count({ where: { publishedAt: { $notNull: true } } }),
    /** Adds generated monographs up to a number. */
    samples: async ({ count }: { count: number }): Promise<void> => {
      await loadSamples({ strapi, count });
    },
  };
};

export type Operations = ReturnType<typeof operations>;
export type OperationName = keyof Operations;
export type AnswerOf<Name extends OperationName> = Awaited<ReturnType<Operations[Name]>>;
type Message = { call: number; name: OperationName; input: unknown };

/** Answers nothing, behind the same permission and middlewares as a search. */
const addEmptyRoute = (strapi: Core.Strapi): void => {
  const route = {
    method: 'GET' as const,
    path: '/bench-empty',
    handler: (ctx: Parameters<Core.ControllerHandler>[0]) => {
      ctx.body = { data: [] };
    },
    config: { auth: { scope: [PERMISSION] } },
    info: { type: 'content-api', pluginName: 'search' },
  };
  strapi.server.api('content-api').routes([route]);
};

/** `host.js <app folder> <compiled folder> <serve | load>`: a Strapi that does what it is asked over IPC. */
const main = async (): Promise<void> => {
  const [appDir = '.', distDir = appDir, mode = 'load'] = process.argv.slice(2);
  const strapi = createStrapi({
    appDir: path.resolve(appDir),
    distDir: path.resolve(distDir),
    serveAdminPanel: false,
    autoReload: false,
  });
  await strapi.load();
  if (mode === 'serve') {
    addEmptyRoute(strapi);
    await strapi.start();
  }
  const able = operations(strapi);
  process.on('message', ({ call, name, input }: Message) => {
    const work = able[name] as (given: unknown) => Promise<unknown>;
    work(input).then(
      (answer) => process.send?.({ call, answer }),
      (error: unknown) =>
        process.send?.({ call, error: error instanceof Error ? error.stack : String(error) }),
    );
  });
  process.once('SIGTERM', () => {
    strapi.destroy().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  process.send?.('ready');
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
