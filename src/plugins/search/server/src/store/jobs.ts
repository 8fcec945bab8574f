import type { JobKind, JobProgress, JobState } from '../../../shared/contracts';
import type { Database, Transaction } from './database';
import { JOBS } from './job-model';

export type JobRow = {
  kind: JobKind;
  runId: string;
  state: JobState;
  isLocked: boolean;
  isHeld: boolean;
  isCancelled: boolean;
  startedAt: number | null;
  endedAt: number | null;
  progress: JobProgress | null;
  outcome: unknown;
};

type Row = {
  kind: JobKind;
  run_id: string;
  state: JobState;
  locked_until: number | string;
  is_held: boolean | number;
  is_cancelled: boolean | number;
  started_at: number | string | null;
  ended_at: number | string | null;
  progress: string | null;
  outcome: string | null;
};

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
const time = (value: number | string | null): number | null =>
  value === null ? null : Number(value);

/** A query on the jobs, within a transaction and in the database's schema. */
export const jobsIn = ({ db, trx }: { db: Database; trx: Transaction }) =>
  db.schema ? trx(JOBS).withSchema(db.schema) : trx(JOBS);

const toJob = (row: Row, now: number): JobRow => ({
  kind: row.kind,
  runId: row.run_id,
  state: row.state,
  isLocked: Number(row.locked_until) > now,
  isHeld: Boolean(row.is_held) && Number(row.locked_until) > now,
  isCancelled: Boolean(row.is_cancelled),
  startedAt: time(row.started_at),
  endedAt: time(row.ended_at),
  progress: parsed(row.progress) as JobProgress | null,
  outcome: parsed(row.outcome),
});

/** Every kind that was ever begun. */
export const readJobs = ({ db, now }: { db: Database; now: number }): Promise<JobRow[]> =>
  db.run(async ({ trx }) => {
    const rows: Row[] = await jobsIn({ db, trx }).select('*').whereNot('run_id', '');
    return rows.map((row) => toJob(row, now));
  });

/** Makes the rows that are locked later on. */
export const prepareJobs = ({
  db,
  kinds,
}: {
  db: Database;
  kinds: readonly JobKind[];
}): Promise<void> =>
  db.run(async ({ trx }) => {
    await jobsIn({ db, trx })
      .insert(
        kinds.map((kind) => ({
          kind,
          run_id: '',
          state: 'done',
          locked_until: 0,
          is_held: false,
          is_cancelled: false,
        })),
      )
      .onConflict('kind')
      .ignore();
  });

/**
 * Takes the lock of a kind, unless somebody holds it. One statement: of two that try, one gets it.
 * @returns whether it was taken
 */
export const acquireJob = ({
  db,
  kind,
  runId,
  leaseMs,
  now,
}: {
  db: Database;
  kind: JobKind;
  runId: string;
  leaseMs: number;
  now: number;
}): Promise<boolean> =>
  db.run(async ({ trx }) => {
    const taken: number = await jobsIn({ db, trx })
      .where({ kind })
      .where('locked_until', '<', now)
      .update({
        run_id: runId,
        state: 'running',
        locked_until: now + leaseMs,
        is_held: false,
        is_cancelled: false,
        started_at: now,
        ended_at: null,
        progress: null,
        outcome: null,
      });
    return taken === 1;
  });

/**
 * Keeps the lock, tells the progress, and says whether deliveries are held.
 * @returns what became of the run: it is still ours, somebody asked to end it, or the lease had run out
 */
export const renewJob = ({
  db,
  kind,
  runId,
  leaseMs,
  now,
  isHeld,
  progress,
}: {
  db: Database;
  kind: JobKind;
  runId: string;
  leaseMs: number;
  now: number;
  isHeld: boolean;
  progress: JobProgress;
}): Promise<'ours' | 'cancelled' | 'lost'> =>
  db.run(async ({ trx }) => {
    const own = () => jobsIn({ db, trx }).where({ kind, run_id: runId });
    const renewed: number = await own()
      .where('locked_until', '>', now)
      .update({
        locked_until: now + leaseMs,
        is_held: isHeld,
        progress: JSON.stringify(progress),
      });
    if (renewed === 0) return 'lost';
    const [row]: { is_cancelled: boolean | number }[] = await own().select('is_cancelled');
    return row?.is_cancelled ? 'cancelled' : 'ours';
  });

/** Frees the lock and writes down how it ended. A lock that was lost stays with its new owner. */
export const endJob = ({
  db,
  kind,
  runId,
  state,
  outcome,
  now,
}: {
  db: Database;
  kind: JobKind;
  runId: string;
  state: JobState;
  outcome: unknown;
  now: number;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    await jobsIn({ db, trx })
      .where({ kind, run_id: runId })
      .update({
        state,
        locked_until: 0,
        is_held: false,
        ended_at: now,
        outcome: JSON.stringify(outcome ?? null),
      });
  });

/** Asks whoever runs it to end. Answers whether anybody does. */
export const cancelJob = ({
  db,
  kind,
  now,
}: {
  db: Database;
  kind: JobKind;
  now: number;
}): Promise<boolean> =>
  db.run(async ({ trx }) => {
    const asked: number = await jobsIn({ db, trx })
      .where({ kind })
      .where('locked_until', '>', now)
      .update({ is_cancelled: true });
    return asked === 1;
  });

/** Whether deliveries are held now. Taken with the row's lock, so that a hold waits for a claim under way. */
export const isHeld = async ({
  db,
  trx,
  now,
}: {
  db: Database;
  trx: Transaction;
  now: number;
}): Promise<boolean> => {
  const query = jobsIn({ db, trx })
    .select('is_held', 'locked_until')
    .where({ kind: 'rebuild' satisfies JobKind });
  if (db.isPostgres) query.forShare();
  const [row]: Pick<Row, 'is_held' | 'locked_until'>[] = await query;
  return row !== undefined && Boolean(row.is_held) && Number(row.locked_until) > now;
};
