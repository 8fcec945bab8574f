import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { JobKind, JobProgress, SearchJob } from '../../../shared/contracts';
import { JobCancelled } from '../core/job-cancelled';
import { databaseOf } from '../store/database';
import { acquireJob, cancelJob, endJob, type JobRow, readJobs, renewJob } from '../store/jobs';
import { getConfig } from './get-service';

/** What a run is given. */
export type JobRun = {
  runId: string;
  /** Aborted when somebody asks to end the run, when the process stops, or when the lock was lost. */
  signal: AbortSignal;
  /** Told to everybody within two seconds. */
  report: (progress: JobProgress) => void;
  /** Holds all deliveries, or lets them go on. */
  hold: (isHeld: boolean) => Promise<void>;
  /** Whether the lock never lapsed. */
  isOurs: () => Promise<boolean>;
};

export type JobResult<Outcome> =
  | { state: 'done'; outcome: Outcome }
  | { state: 'failed'; error: string }
  | { state: 'cancelled' };

export type JobStart<Outcome> =
  | { state: 'busy'; job: SearchJob }
  | { state: 'begun'; runId: string; ended: Promise<JobResult<Outcome>> };

const LEASE_MS = 60_000;
/** A process that only runs a command writes seldom: on SQLite its writes stand in the way of edits. */
const TELL_MS = { worker: 2_000, command: 10_000 };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const iso = (milliseconds: number | null) =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

const toJob = (row: JobRow): SearchJob => ({
  kind: row.kind,
  runId: row.runId,
  // A run whose process died ends with its lease.
  state: row.state === 'running' && !row.isLocked ? 'failed' : row.state,
  startedAt: iso(row.startedAt),
  endedAt: iso(row.endedAt),
  progress: row.progress,
  outcome:
    row.state === 'running' && !row.isLocked
      ? { error: 'The process that ran it ended.' }
      : (row.outcome as SearchJob['outcome']),
});

/**
 * Runs long work under a lock in the database: one run of a kind at a time, whatever the number of
 * processes, with its progress for all of them to see. A process that dies frees it within a minute.
 */
export const jobs = ({ strapi }: { strapi: Core.Strapi }) => {
  const db = databaseOf(strapi);
  const tellMs = getConfig(strapi).worker ? TELL_MS.worker : TELL_MS.command;
  const running = new Map<AbortController, Promise<unknown>>();
  let stopping = false;

  const list = async (): Promise<SearchJob[]> =>
    (await readJobs({ db, now: Date.now() })).map(toJob);

  const supervise = async <Outcome>({
    kind,
    runId,
    controller,
    onProgress,
    work,
  }: {
    kind: JobKind;
    runId: string;
    controller: AbortController;
    onProgress: (progress: JobProgress) => void;
    work: (run: JobRun) => Promise<Outcome>;
  }): Promise<JobResult<Outcome>> => {
    let progress: JobProgress = { phase: 'preparing', done: 0, total: 0 };
    let isHeld = false;
    const renew = async () => {
      const state = await renewJob({
        db,
        kind,
        runId,
        leaseMs: LEASE_MS,
        now: Date.now(),
        isHeld,
        progress,
      });
      if (state === 'cancelled') controller.abort(new JobCancelled());
      if (state === 'lost') controller.abort(new Error('The lock of this run was lost'));
      return state;
    };
    const timer = setInterval(() => {
      renew().catch((error) =>
        strapi.log.warn(`search: the progress of a ${kind} was not told: ${messageOf(error)}`),
      );
    }, tellMs);
    const end = (state: SearchJob['state'], outcome: unknown) =>
      endJob({ db, kind, runId, state, outcome, now: Date.now() });
    try {
      const outcome = await work({
        runId,
        signal: controller.signal,
        report: (next) => {
          progress = next;
          onProgress(next);
        },
        hold: async (next) => {
          isHeld = next;
          await renew();
          controller.signal.throwIfAborted();
        },
        isOurs: async () => (await renew()) !== 'lost',
      });
      await end('done', outcome);
      return { state: 'done', outcome };
    } catch (error) {
      // Whatever it was doing then ended with an error of its own.
      if (controller.signal.reason instanceof JobCancelled) {
        await end('cancelled', null);
        return { state: 'cancelled' };
      }
      const message = messageOf(error);
      strapi.log.error(`search: ${kind} failed: ${message}`);
      await end('failed', { error: message });
      return { state: 'failed', error: message };
    } finally {
      clearInterval(timer);
    }
  };

  return {
    list,
    /**
     * Begins a run, or answers who runs already.
     * @param signal ends the run from outside
     */
    begin: async <Outcome>({
      kind,
      work,
      signal,
      onProgress = () => undefined,
    }: {
      kind: JobKind;
      work: (run: JobRun) => Promise<Outcome>;
      signal?: AbortSignal | undefined;
      onProgress?: ((progress: JobProgress) => void) | undefined;
    }): Promise<JobStart<Outcome>> => {
      const runId = randomBytes(8).toString('hex');
      const isTaken = await acquireJob({ db, kind, runId, leaseMs: LEASE_MS, now: Date.now() });
      if (!isTaken) {
        const job = (await list()).find((candidate) => candidate.kind === kind);
        if (!job) throw new Error(`search: the row of ${kind} is missing`);
        return { state: 'busy', job };
      }
      const controller = new AbortController();
      const abort = () => controller.abort(new JobCancelled());
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted || stopping) abort();
      const ended = supervise({ kind, runId, controller, onProgress, work }).finally(() => {
        signal?.removeEventListener('abort', abort);
        running.delete(controller);
      });
      running.set(controller, ended);
      return { state: 'begun', runId, ended };
    },
    /** Asks the run of a kind to end, in whichever process. Answers whether there is one. */
    cancel: (kind: JobKind): Promise<boolean> => cancelJob({ db, kind, now: Date.now() }),
    /** Waits for the end of what this process runs. */
    settled: async (): Promise<void> => {
      await Promise.allSettled(running.values());
    },
    /** Ends what this process runs, and waits until it has cleaned up. */
    stop: async (): Promise<void> => {
      stopping = true;
      for (const controller of running.keys()) controller.abort(new JobCancelled());
      await Promise.allSettled(running.values());
    },
  };
};
