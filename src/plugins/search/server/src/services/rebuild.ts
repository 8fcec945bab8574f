import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import type { JobProgress, RebuildOutcome } from '../../../shared/contracts';
import { deliverBatch } from '../core/deliver-batch';
import type { EntryKey } from '../core/index-writer';
import { patiently } from '../core/patiently';
import { searchId } from '../core/search-id';
import { databaseOf } from '../store/database';
import { markDifferences } from '../store/mark-differences';
import { clearDelivered, countClaimed, sentMarks, settleSent } from '../store/sent-marks';
import { CopyRefused, copyDocuments, copyForeign } from './copy-documents';
import { fillIndexes } from './fill-indexes';
import { getConfig, getService } from './get-service';
import type { JobRun, JobStart } from './jobs';
import type { Locales } from './locales';
import { prepareDeliveries } from './prepare-deliveries';
import { swapIndexes } from './swap-indexes';

const PAGE = 200;
/** Rounds of catching up before deliveries are held for the last one. */
const MAX_ROUNDS = 20;
const WORKERS_POLL_MS = 25;
const MAX_REFUSED_TOLD = 50;

type Refused = EntryKey & { error: string };
type Context = Locales & {
  run: JobRun;
  targets: readonly string[];
  /** The new index of a target. */
  nextOf: (target: string) => string;
};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Fills new indexes beside the live ones and exchanges them. Entries that are sent to the live ones
 * meanwhile stay in the queue as sent, and go to the new ones too. For the last of them, and until the
 * exchange is done, deliveries are held; edits are not.
 */
export const rebuild = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types, delivery: limits } = getConfig(strapi);
  const db = databaseOf(strapi);
  const engineOf = () => getService({ strapi, name: 'engine' }).writer;
  const indexesOf = () => getService({ strapi, name: 'indexes' });
  let requested = 0;

  /** What the engine refuses now stays as search has it, and becomes a dead letter by the queue's way. */
  const keepRefused = async ({
    refused,
    run,
    targets,
    nextOf,
  }: Context & { refused: readonly Refused[] }) => {
    const names = new Map(types.map(({ uid, type }) => [uid, type]));
    for (const { uid, documentId } of refused) {
      await markDifferences({ db, uid, documentIds: [documentId], now: Date.now() });
      const ids = [searchId({ type: names.get(uid) ?? '', documentId })];
      for (const target of targets) {
        const from = indexesOf().indexOf(target);
        const { signal } = run;
        try {
          await copyDocuments({ engine: engineOf(), from, to: nextOf(target), ids, signal });
        } catch (error) {
          if (!(error instanceof CopyRefused)) throw error;
          strapi.log.warn(`search: ${error.message}`);
        }
      }
    }
  };

  /** Sends entries as they are now to the new indexes. Answers those that the engine refuses. */
  const send = async (context: Context & { entries: readonly EntryKey[] }): Promise<Refused[]> => {
    const { entries, run, targets, nextOf, locales, defaultLocale } = context;
    const { deliveries, broken } = await prepareDeliveries({
      strapi,
      entries: entries.map((entry, key) => ({ ...entry, key, isCertain: true })),
      locales,
      defaultLocale,
    });
    const outcomes = await patiently({
      ask: () =>
        deliverBatch({ deliveries, locales: targets, indexOf: nextOf, engine: engineOf() }),
      signal: run.signal,
    });
    const errors = new Map(broken.map(({ key, error }) => [key, error]));
    for (const [key, outcome] of outcomes) {
      if (outcome.state === 'refused') errors.set(key, outcome.error);
    }
    const refused = entries.flatMap(({ uid, documentId }, key) => {
      const error = errors.get(key);
      return error === undefined ? [] : [{ uid, documentId, error }];
    });
    await keepRefused({ ...context, refused });
    return refused;
  };

  /** One pass over what the live indexes may have got meanwhile. Answers how many entries there were. */
  const catchUp = async (context: Context): Promise<number> => {
    let count = 0;
    for (let afterId = 0; ; ) {
      const marks = await sentMarks({ db, afterId, limit: PAGE });
      const last = marks.at(-1);
      if (!last) return count;
      await send({ ...context, entries: marks });
      await settleSent({ db, marks, now: Date.now() });
      count += marks.length;
      afterId = last.id;
      context.run.report({ phase: 'catching-up', done: count, total: 0 });
    }
  };

  /** Waits until no worker has anything in hand: what it sends would miss the new indexes. */
  const untilWorkersRest = async ({ signal }: JobRun) => {
    const deadline = Date.now() + limits.leaseMs + limits.taskTimeoutMs;
    while ((await countClaimed({ db, now: Date.now() })) > 0) {
      signal.throwIfAborted();
      if (Date.now() > deadline) throw new Error('A delivery that is under way does not end');
      await pause(WORKERS_POLL_MS);
    }
  };

  const removeLeftovers = async (): Promise<void> => {
    const { temporaries, drop } = indexesOf();
    // In this order: whoever made one of them has been the run of the lock since before.
    const names = await temporaries();
    const runs = await getService({ strapi, name: 'jobs' }).list();
    const active = runs.find(({ kind, state }) => kind === 'rebuild' && state === 'running');
    await drop(names.filter((name) => !active || !name.endsWith(active.runId)));
  };

  const finish = async (context: Context & { count: (target: string) => number }) => {
    const { run, targets, nextOf, count } = context;
    const { indexOf } = indexesOf();
    await run.hold(true);
    await untilWorkersRest(run);
    await catchUp(context);
    const indexes: RebuildOutcome['indexes'] = [];
    for (const target of targets) {
      const foreign = await copyForeign({
        engine: engineOf(),
        from: indexOf(target),
        to: nextOf(target),
        signal: run.signal,
      });
      indexes.push({ target, index: indexOf(target), documents: count(target), foreign });
    }
    run.report({ phase: 'swapping', done: 0, total: 1 });
    // Nothing was delivered past the new indexes as long as the lock never lapsed.
    await run.hold(true);
    await swapIndexes({
      engine: engineOf(),
      pairs: targets.map((target) => [indexOf(target), nextOf(target)] as const),
      signal: run.signal,
    });
    run.report({ phase: 'swapping', done: 1, total: 1 });
    // Synonyms that were saved meanwhile went to the indexes that have just been replaced.
    await patiently({
      ask: () => indexesOf().ensure(context.locales),
      signal: new AbortController().signal,
    });
    if (!(await run.isOurs())) getService({ strapi, name: 'reconciler' }).request();
    return indexes;
  };

  const work = async ({
    run,
    wanted,
  }: {
    run: JobRun;
    wanted: readonly string[] | undefined;
  }): Promise<RebuildOutcome> => {
    const { targetsOf, temporaryOf, make, drop, ensure } = indexesOf();
    const languages = await getService({ strapi, name: 'locales' }).get();
    const targets = targetsOf(languages.locales).filter(
      (target) => wanted === undefined || wanted.includes(target),
    );
    const nextOf = (target: string) => temporaryOf({ target, runId: run.runId });
    const context: Context = { ...languages, run, targets, nextOf };
    await removeLeftovers();
    await ensure(languages.locales);
    try {
      for (const target of targets) {
        run.signal.throwIfAborted();
        await make({ index: nextOf(target), target, locales: languages.locales });
      }
      const { again, count } = await fillIndexes({
        strapi,
        run,
        targets,
        indexOf: nextOf,
        ...languages,
      });
      const refused: Refused[] = [];
      let done = 0;
      for (const entries of chunk(again, PAGE)) {
        refused.push(...(await send({ ...context, entries })));
        done += entries.length;
        run.report({ phase: 'indexing', done, total: again.length });
      }
      for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        if ((await catchUp(context)) < PAGE) break;
      }
      const indexes = await finish({ ...context, count });
      return {
        indexes,
        refused: refused.slice(0, MAX_REFUSED_TOLD),
        refusedCount: refused.length,
      };
    } finally {
      // They hold what was live before, or what did not come to its end.
      await drop(targets.map(nextOf)).catch((error) =>
        strapi.log.warn(
          `search: the indexes of a rebuild are left for the next run to delete: ${messageOf(error)}`,
        ),
      );
    }
  };

  const begin = async ({
    targets,
    signal,
    onProgress,
  }: {
    targets?: readonly string[] | undefined;
    signal?: AbortSignal | undefined;
    onProgress?: ((progress: JobProgress) => void) | undefined;
  } = {}): Promise<JobStart<RebuildOutcome>> => {
    const started = await getService({ strapi, name: 'jobs' }).begin({
      kind: 'rebuild',
      work: (run) => work({ run, wanted: targets }),
      signal,
      onProgress,
    });
    if (started.state === 'busy') return started;
    const tidied = started.ended.then(async (result) => {
      await clearDelivered({ db, now: Date.now() });
      getService({ strapi, name: 'delivery' }).wake();
      return result;
    });
    return { ...started, ended: tidied };
  };

  return {
    /**
     * Begins a rebuild of all indexes, or of some targets; refused while another one runs, in whichever process.
     * The live indexes stay as they are until the new ones are complete.
     */
    begin,
    /** The same because settings changed that no live index takes: in the background, once. */
    request: (targets: readonly string[]): void => {
      strapi.log.info(`search: new settings, so ${targets.join(', ')} are built anew`);
      requested += 1;
      begin({ targets })
        .then((started) => (started.state === 'begun' ? started.ended : undefined))
        .catch((error) => strapi.log.error(`search: a rebuild failed: ${messageOf(error)}`))
        .finally(() => {
          requested -= 1;
        });
    },
    /** Whether one that was requested here is under way. */
    isBusy: (): boolean => requested > 0,
    /** Deletes the indexes that killed runs have left, and marks that were kept for them. */
    removeLeftovers: async (): Promise<void> => {
      await removeLeftovers();
      await clearDelivered({ db, now: Date.now() });
    },
  };
};
