import type { JobKind } from '../../../shared/contracts';
import type { Mark } from './claim-marks';
import { type Database, marksIn, type Transaction } from './database';
import { jobsIn } from './jobs';

type Claimed = Pick<Mark, 'id' | 'version'>;

/** Rows of ours that no open edit holds: waiting for one would make editors and delivery wait in a circle. */
const mine = ({
  db,
  trx,
  owner,
  marks,
}: {
  db: Database;
  trx: Transaction;
  owner: string;
  marks: readonly Claimed[];
}) => {
  const query = marksIn({ db, trx })
    .select('id')
    .where('locked_by', owner)
    .whereIn(
      ['id', 'version'],
      marks.map(({ id, version }) => [id, version]),
    );
  return db.isPostgres ? query.forUpdate().skipLocked() : query;
};

/**
 * Removes the marks whose entry was not edited since the claim; the others stay with the owner, due again.
 * While a rebuild is under way they are kept as delivered: its new indexes must get them too.
 */
export const completeMarks = ({
  db,
  owner,
  marks,
  now,
}: {
  db: Database;
  owner: string;
  marks: readonly Claimed[];
  now: number;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    if (marks.length === 0) return;
    const done = marksIn({ db, trx }).whereIn('id', mine({ db, trx, owner, marks }));
    const rebuilds: unknown[] = await rebuildsAt({ db, trx, now });
    if (rebuilds.length === 0) await done.delete();
    else await done.update({ delivered_at: now, locked_until: null, locked_by: null });
  });

/** The row of the rebuild that is under way, if any. */
const rebuildsAt = ({ db, trx, now }: { db: Database; trx: Transaction; now: number }) =>
  jobsIn({ db, trx })
    .select('id')
    .where({ kind: 'rebuild' satisfies JobKind })
    .where('locked_until', '>', now);

/** Puts a mark back for `dueAt`, with one more failed try and the engine's message; or buries it. */
export const failMark = ({
  db,
  owner,
  mark,
  attempts,
  error,
  dueAt,
  deadAt,
}: {
  db: Database;
  owner: string;
  mark: Claimed;
  attempts: number;
  error: string;
  dueAt: number;
  deadAt: number | null;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    await marksIn({ db, trx })
      .whereIn('id', mine({ db, trx, owner, marks: [mark] }))
      .update({
        attempts,
        last_error: error.slice(0, 2_000),
        due_at: dueAt,
        dead_at: deadAt,
        locked_until: null,
        locked_by: null,
      });
  });

/** Gives up every lease of an owner; no try is counted. Expired, not empty: what was sent may still arrive. */
export const releaseMarks = ({ db, owner }: { db: Database; owner: string }): Promise<void> =>
  db.run(async ({ trx }) => {
    const held = marksIn({ db, trx }).select('id').where('locked_by', owner);
    if (db.isPostgres) held.forUpdate().skipLocked();
    await marksIn({ db, trx }).whereIn('id', held).update({ locked_until: 0, locked_by: null });
  });

/**
 * Makes dead letters due again: all, or that of one entry. Answers how many. One that an open edit holds
 * is revived by that.
 */
export const reviveMarks = ({
  db,
  now,
  entry,
}: {
  db: Database;
  now: number;
  entry?: { uid: string; documentId: string } | undefined;
}): Promise<number> =>
  db.run(({ trx }) => {
    const dead = marksIn({ db, trx }).select('id').whereNotNull('dead_at');
    if (entry) dead.where({ uid: entry.uid, document_id: entry.documentId });
    if (db.isPostgres) dead.forUpdate().skipLocked();
    return marksIn({ db, trx })
      .whereIn('id', dead)
      .update({ dead_at: null, attempts: 0, due_at: now, last_error: null });
  });

/** Prolongs every lease of an owner until `lockedUntil`. */
export const renewMarks = ({
  db,
  owner,
  lockedUntil,
}: {
  db: Database;
  owner: string;
  lockedUntil: number;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    const held = marksIn({ db, trx }).select('id').where('locked_by', owner);
    if (db.isPostgres) held.forUpdate().skipLocked();
    await marksIn({ db, trx }).whereIn('id', held).update({ locked_until: lockedUntil });
  });
