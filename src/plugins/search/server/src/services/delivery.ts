import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { IndexedEntry } from '../../../shared/contracts';
import { backoff } from '../core/backoff';
import { type Breaker, closedBreaker, trip, waitOf } from '../core/breaker';
import { deliverBatch } from '../core/deliver-batch';
import { EVERY_LOCALE } from '../core/entry-document';
import { orderLocales } from '../core/order-locales';
import { createWakeSignal } from '../core/wake-signal';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import { claimMarks, type Mark } from '../store/claim-marks';
import { databaseOf } from '../store/database';
import { queueStatus } from '../store/queue-status';
import { completeMarks, failMark, releaseMarks, renewMarks } from '../store/settle-marks';
import { getConfig, getService } from './get-service';
import type { Locales } from './locales';
import { prepareDeliveries } from './prepare-deliveries';
import { sendFirst } from './send-first';

export type DrainOutcome = { state: 'drained' } | { state: 'timeout'; waiting: number };

type Round = { state: 'worked' } | { state: 'idle' } | { state: 'blocked'; waitMs: number };

const DRAIN_POLL_MS = 50;
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * The worker: takes marks under a lease, reads what is published now, sends it and removes a mark
 * only when the engine has done its tasks and nobody edited the entry meanwhile.
 */
export const delivery = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types, delivery: limits } = getConfig(strapi);
  const names = new Map(types.map(({ uid, type }) => [uid, type]));
  const db = databaseOf(strapi);
  const owner = randomUUID();
  const signal = createWakeSignal();
  let breaker: Breaker = closedBreaker;
  /** The locales whose indexes are known to be right, and those of the last time they were. */
  let ensured: string | undefined;
  let served: string | undefined;
  /** Counts the changes of what the settings are made from: one may come while they are being sent. */
  let settingsVersion = 0;
  let lastSuccess: number | null = null;
  let stopping = false;
  let loop: Promise<void> | undefined;

  const fail = ({ mark, error }: { mark: Mark; error: string }) => {
    const attempts = mark.attempts + 1;
    const isDead = attempts >= limits.maxAttempts;
    const wait = backoff({
      attempt: attempts,
      baseMs: limits.retryBaseMs,
      maxMs: limits.retryMaxMs,
      random: Math.random(),
    });
    if (isDead) {
      strapi.log.error(`search: gave up ${mark.uid} ${mark.documentId}: ${error}`);
    }
    const now = Date.now();
    return failMark({
      db,
      owner,
      mark,
      attempts,
      error,
      dueAt: now + wait,
      deadAt: isDead ? now : null,
    });
  };

  /** Keeps the leases while the engine takes its time, so that no other process sends the same. */
  const holding = async <T>(task: () => Promise<T>): Promise<T> => {
    const timer = setInterval(() => {
      renewMarks({ db, owner, lockedUntil: Date.now() + limits.leaseMs }).catch((error) =>
        strapi.log.warn(`search: a lease could not be renewed: ${messageOf(error)}`),
      );
    }, limits.leaseMs / 3);
    try {
      return await task();
    } finally {
      clearInterval(timer);
    }
  };

  /** A listener's mistake is its own: the entry is indexed. */
  const announce = async (event: IndexedEntry) => {
    try {
      await strapi.eventHub.emit('search.indexed', event);
    } catch (error) {
      strapi.log.error(`search: a listener of search.indexed failed: ${messageOf(error)}`);
    }
  };

  const work = async ({ marks, locales, defaultLocale }: Locales & { marks: Mark[] }) => {
    const { indexOf, targetsOf } = getService({ strapi, name: 'indexes' });
    const begun = Date.now();
    const first = await sendFirst({ strapi, marks, locales });
    const { deliveries, broken } = await prepareDeliveries({
      strapi,
      entries: marks.map((mark) => ({ ...mark, key: mark.id })),
      locales,
      defaultLocale,
    });
    const read = Date.now();
    const outcomes = await deliverBatch({
      deliveries,
      first,
      locales: orderLocales({
        locales: targetsOf(locales),
        edited: marks.map(({ locale }) => locale),
      }),
      indexOf,
      engine: getService({ strapi, name: 'engine' }).writer,
    });
    const refused = marks.flatMap((mark) => {
      const outcome = outcomes.get(mark.id);
      return outcome?.state === 'refused' ? [{ mark, error: outcome.error }] : [];
    });
    const unread = new Map(broken.map(({ key, error }) => [key, error]));
    const failed = [
      ...marks.flatMap((mark) => {
        const error = unread.get(mark.id);
        return error === undefined ? [] : [{ mark, error }];
      }),
      ...refused,
    ];
    const failedIds = new Set(failed.map(({ mark }) => mark.id));
    const done = marks.filter(({ id }) => !failedIds.has(id));
    const indexed = done.flatMap(({ id, uid, documentId }): IndexedEntry[] => {
      const outcome = outcomes.get(id);
      const type = names.get(uid);
      if (outcome?.state !== 'delivered' || type === undefined) return [];
      const changed = outcome.locales.filter((target) => target !== EVERY_LOCALE).sort();
      return changed.length > 0 ? [{ uid, type, documentId, locales: changed }] : [];
    });
    const webhook = getService({ strapi, name: 'webhook' });
    // Together: a process that dies here tells it again, rather than never.
    await db.run(async ({ onCommit }) => {
      await completeMarks({ db, owner, marks: done, now: Date.now() });
      await webhook.add(indexed);
      onCommit(webhook.wake);
    });
    for (const failure of failed) await fail(failure);
    strapi.log.debug(
      `search: ${done.length} of ${marks.length} entries delivered, read in ${read - begun} ms, sent in ${Date.now() - read} ms`,
    );
    if (outcomes.size > refused.length) lastSuccess = Date.now();
    for (const entry of indexed) await announce(entry);
  };

  const ensure = async ({ locales, defaultLocale }: Locales) => {
    const wanted = [defaultLocale, ...locales].join(',');
    if (ensured === wanted) return;
    const version = settingsVersion;
    const { created, outdated } = await getService({ strapi, name: 'indexes' }).ensure(locales);
    const changed = served !== undefined && served !== wanted;
    if (version === settingsVersion) ensured = wanted;
    served = wanted;
    // A new index is empty, and a new locale may change the fallbacks elsewhere.
    if (changed || created.length > 0) getService({ strapi, name: 'reconciler' }).request();
    if (outdated.length > 0) getService({ strapi, name: 'rebuild' }).request(outdated);
  };

  const blocked = (error: unknown): Round => {
    const now = Date.now();
    const wasClosed = breaker.state === 'closed';
    breaker = trip({
      breaker,
      reason: messageOf(error),
      now,
      random: Math.random(),
      limits: { baseMs: limits.breakerBaseMs, maxMs: limits.breakerMaxMs },
    });
    ensured = undefined;
    // Another process may have taken away a locale, and its index.
    getService({ strapi, name: 'locales' }).forget();
    if (wasClosed && !stopping) {
      strapi.log.warn(`search: the engine is out of reach, edits wait: ${messageOf(error)}`);
    }
    return { state: 'blocked', waitMs: waitOf({ breaker, now }) };
  };

  const round = async (): Promise<Round> => {
    const waitMs = waitOf({ breaker, now: Date.now() });
    if (waitMs > 0) return { state: 'blocked', waitMs };
    try {
      if (breaker.state === 'open') await getService({ strapi, name: 'engine' }).writer.health();
      const current = await getService({ strapi, name: 'locales' }).recent();
      await ensure(current);
      const marks = await claimMarks({
        db,
        owner,
        limit: limits.batchSize,
        leaseMs: limits.leaseMs,
        now: Date.now(),
      });
      if (marks.length === 0 && breaker.state === 'closed') return { state: 'idle' };
      await holding(() => work({ marks, ...current }));
      if (breaker.state === 'open') {
        breaker = closedBreaker;
        strapi.log.info('search: the engine is back');
      }
      return marks.length === 0 ? { state: 'idle' } : { state: 'worked' };
    } catch (error) {
      await releaseMarks({ db, owner });
      if (error instanceof EngineUnavailable || error instanceof EngineRefused)
        return blocked(error);
      throw error;
    }
  };

  const run = async () => {
    while (!stopping) {
      try {
        const result = await round();
        if (result.state === 'worked' || stopping) continue;
        const wait =
          result.state === 'idle' ? limits.pollMs : Math.min(result.waitMs, limits.pollMs);
        await signal.wait(Math.max(1, wait));
      } catch (error) {
        // The database or a bug: nothing is lost, the leases run out. The worker goes on.
        strapi.log.error(`search: delivery failed: ${messageOf(error)}`);
        await signal.wait(limits.pollMs);
      }
    }
  };

  return {
    /** Begins to deliver. Called once, outside any transaction. */
    start: () => {
      loop ??= run();
    },
    /** Ends the worker: what is under way is given up, its marks stay. */
    stop: async (): Promise<void> => {
      stopping = true;
      signal.wake();
      await getService({ strapi, name: 'engine' }).close();
      await loop;
    },
    /** There may be something to do. */
    wake: signal.wake,
    /** How the worker finds itself. Times are Unix milliseconds. */
    state: (): { breaker: Breaker; lastSuccess: number | null } => ({ breaker, lastSuccess }),
    /** Sends the settings of the indexes again before the next delivery. */
    forgetIndexes: () => {
      settingsVersion += 1;
      ensured = undefined;
      signal.wake();
    },
    /**
     * Waits until no mark is left that can be delivered; dead letters don't count.
     * @param timeoutMs milliseconds
     */
    drain: async ({ timeoutMs }: { timeoutMs: number }): Promise<DrainOutcome> => {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const { waiting } = await queueStatus(db);
        const { locales, defaultLocale } = await getService({ strapi, name: 'locales' }).get();
        const isReady = ensured === [defaultLocale, ...locales].join(',');
        const isComparing =
          getService({ strapi, name: 'reconciler' }).isBusy() ||
          getService({ strapi, name: 'rebuild' }).isBusy();
        if (waiting === 0 && isReady && !isComparing) return { state: 'drained' };
        if (Date.now() > deadline) return { state: 'timeout', waiting };
        // Who waits wants to know at once whether the engine is back.
        if (breaker.state === 'open') breaker = { ...breaker, retryAt: 0 };
        signal.wake();
        await pause(DRAIN_POLL_MS);
      }
    },
  };
};
