import type { Core } from '@strapi/strapi';
import type { CheckOutcome, JobKind, JobProgress } from '../../../shared/contracts';
import { createTally, totalsOf } from '../core/tally-differences';
import { databaseOf } from '../store/database';
import { markDifferences } from '../store/mark-differences';
import type { Depth, Listener } from './comparison';
import { getConfig, getService } from './get-service';
import type { JobRun, JobStart } from './jobs';

/** How many documents differ, per kind. */
export type Differences = { missing: number; stale: number; ghosts: number };

type Options = {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: JobProgress) => void) | undefined;
};

const NIGHTLY = 'search-nightly-comparison';
/** Nobody compares again what another process has just compared. */
const FRESH_MS = 3_600_000;

/** Nothing is wrong: one process is enough. */
class ComparedElsewhere extends Error {
  constructor() {
    super('Another process compares at this moment');
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Compares database and indexes, and mends what differs: the net for writes that nobody announced
 * (raw SQL, imports, another index than yesterday's).
 */
export const reconciler = ({ strapi }: { strapi: Core.Strapi }) => {
  const { reconcile: timers } = getConfig(strapi);
  const db = databaseOf(strapi);
  let running: Promise<Differences> | undefined;
  let next: NodeJS.Timeout | undefined;
  /** Since when a full run is asked for. */
  let wantedSince: number | undefined;
  let stopping = false;

  /** Compares, and mends where it is told to: marks entries, deletes what no type can own. */
  const compare = async ({
    depth,
    isMending,
    run: { signal, report },
  }: {
    depth: Depth;
    isMending: boolean;
    run: Pick<JobRun, 'signal' | 'report'>;
  }): Promise<CheckOutcome> => {
    const { locales } = await getService({ strapi, name: 'locales' }).get();
    const { targetsOf, indexOf } = getService({ strapi, name: 'indexes' });
    const tally = createTally({
      depth,
      indexes: targetsOf(locales).map((target) => ({ target, index: indexOf(target) })),
    });
    const listener: Listener = {
      entries: async (found) => {
        for (const { id, differences } of found) {
          for (const { target, kind } of differences) tally.add({ target, kind, id });
        }
        const uid = found[0]?.uid;
        if (!isMending || uid === undefined) return;
        const documentIds = found.map(({ documentId }) => documentId);
        await markDifferences({ db, uid, documentIds, now: Date.now() });
        getService({ strapi, name: 'delivery' }).wake();
      },
      orphans: async ({ target, ids }) => {
        for (const id of ids) tally.add({ target, kind: 'ghosts', id });
        if (!isMending) return;
        const engine = getService({ strapi, name: 'engine' }).writer;
        await engine.settle([await engine.remove({ index: indexOf(target), ids })]);
      },
      waiting: tally.wait,
      progress: report,
    };
    const entries = await getService({ strapi, name: 'comparison' }).run({
      depth,
      signal,
      listener,
    });
    return tally.outcome(entries);
  };

  const mend = async ({ depth, run }: { depth: Depth; run: JobRun }): Promise<CheckOutcome> => {
    const { locales } = await getService({ strapi, name: 'locales' }).get();
    const { outdated } = await getService({ strapi, name: 'indexes' }).ensure(locales);
    if (outdated.length > 0) getService({ strapi, name: 'rebuild' }).request(outdated);
    return compare({ depth, isMending: true, run });
  };

  const begin = ({
    kind,
    depth,
    ...options
  }: Options & { kind: JobKind; depth: Depth }): Promise<JobStart<CheckOutcome>> =>
    getService({ strapi, name: 'jobs' }).begin({
      kind,
      work: (run) =>
        kind === 'check' ? compare({ depth, isMending: false, run }) : mend({ depth, run }),
      ...options,
    });

  /** A second call joins the one that runs. */
  const run = ({ depth = 'full' }: { depth?: Depth } = {}): Promise<Differences> => {
    const compareNow = async () => {
      const kind = depth === 'full' ? 'repair' : 'reconcile';
      const started = await begin({ kind, depth });
      if (started.state === 'busy') throw new ComparedElsewhere();
      const result = await started.ended;
      if (result.state === 'failed') throw new Error(result.error);
      if (result.state === 'cancelled') throw new Error('The comparison was cancelled');
      return totalsOf(result.outcome);
    };
    running ??= compareNow().finally(() => {
      running = undefined;
    });
    return running;
  };

  /** Whether some process began such a run since, and ended it well or is still at it. */
  const isDone = async ({ kind, since }: { kind: JobKind; since: number }): Promise<boolean> => {
    const job = (await getService({ strapi, name: 'jobs' }).list()).find(
      (candidate) => candidate.kind === kind,
    );
    if (!job?.startedAt || (job.state !== 'done' && job.state !== 'running')) return false;
    return new Date(job.startedAt).getTime() >= since;
  };

  const say = (text: string, error: unknown) =>
    strapi.log[error instanceof ComparedElsewhere ? 'debug' : 'warn'](`search: ${text}`);

  const plan = (milliseconds: number) => {
    clearTimeout(next);
    if (!stopping) next = setTimeout(runAndPlan, milliseconds);
  };

  const runDue = async () => {
    const wanted = wantedSince;
    wantedSince = undefined;
    try {
      await getService({ strapi, name: 'rebuild' }).removeLeftovers();
      if (wanted === undefined) {
        // Every process has this timer; one run is enough.
        const since = Date.now() - timers.everyMs / 2;
        if (await isDone({ kind: 'reconcile', since })) return;
      }
      const found = await run({ depth: wanted === undefined ? 'light' : 'full' });
      const { missing, stale, ghosts } = found;
      if (missing + stale + ghosts > 0) {
        strapi.log.info(
          `search: ${missing} missing, ${stale} stale and ${ghosts} ghost documents go to the queue`,
        );
      }
    } catch (error) {
      wantedSince ??= wanted;
      throw error;
    }
  };

  const runAndPlan = async (): Promise<void> => {
    let wait = timers.everyMs;
    try {
      // What was asked for while another run was under way may have come too late for it.
      await running;
      await runDue();
      if (wantedSince !== undefined) wait = 0;
      else if (wait === 0) return;
    } catch (error) {
      wait = timers.retryMs;
      if (!stopping) say(`could not compare, will try again: ${messageOf(error)}`, error);
    }
    plan(wait);
  };

  const nightly = async () => {
    try {
      if (await isDone({ kind: 'repair', since: Date.now() - FRESH_MS })) return;
      await run({ depth: 'full' });
    } catch (error) {
      say(`the nightly comparison failed: ${messageOf(error)}`, error);
    }
  };

  const request = () => {
    wantedSince = Date.now();
    if (!running) plan(0);
  };

  return {
    /**
     * Marks every entry whose documents are missing, stale or should not be there.
     * @param depth `light` compares which rows the documents were made from, `full` (the default) their content too
     * @throws Error with the reason when it can't be done
     */
    run,
    /** Begins to compare, and writes to neither side; refused while another check runs. */
    check: (options: Options = {}) => begin({ kind: 'check', depth: 'full', ...options }),
    /** Begins to compare and to mend what differs; refused while another repair runs. */
    repair: (options: Options = {}) => begin({ kind: 'repair', depth: 'full', ...options }),
    /** Asks for a full run soon, outside the caller's transaction and request. */
    request,
    /** Whether a run is under way or about to begin. */
    isBusy: (): boolean => wantedSince !== undefined || running !== undefined,
    /** Begins to run: now, then at every interval, and whole at night. */
    start: (): void => {
      strapi.cron.add({ [NIGHTLY]: { task: nightly, options: { rule: timers.fullAt } } });
      request();
    },
    stop: async (): Promise<void> => {
      stopping = true;
      clearTimeout(next);
      strapi.cron.remove(NIGHTLY);
      await running?.catch((error: unknown) =>
        strapi.log.debug(`search: the comparison was ended: ${String(error)}`),
      );
    },
  };
};
