import { type Database, marksIn } from './database';
import { jobsIn } from './jobs';

/** An entry of which the live indexes may have got something while a rebuild was under way. */
export type SentMark = { id: number; uid: string; documentId: string; version: number };

/** The next sent marks after `afterId`, in order. */
export const sentMarks = ({
  db,
  afterId,
  limit,
}: {
  db: Database;
  afterId: number;
  limit: number;
}): Promise<SentMark[]> =>
  db.run(async ({ trx }) => {
    const rows: { id: number; uid: string; document_id: string; version: number }[] = await marksIn(
      { db, trx },
    )
      .select('id', 'uid', 'document_id', 'version')
      .whereNotNull('sent_at')
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit);
    return rows.map(({ document_id, ...row }) => ({ ...row, documentId: document_id }));
  });

/**
 * The new indexes have got these too: those that are delivered go, those that wait for the worker
 * count as not sent. One that was edited since, or that a worker has in hand, stays as it is.
 */
export const settleSent = ({
  db,
  marks,
  now,
}: {
  db: Database;
  marks: readonly SentMark[];
  now: number;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    if (marks.length === 0) return;
    const unchanged = () => {
      const query = marksIn({ db, trx })
        .select('id')
        .whereIn(
          ['id', 'version'],
          marks.map(({ id, version }) => [id, version]),
        );
      // A row that an open edit holds is about to change: waiting for it would stop editors.
      return db.isPostgres ? query.forUpdate().skipLocked() : query;
    };
    await marksIn({ db, trx }).whereIn('id', unchanged().whereNotNull('delivered_at')).delete();
    await marksIn({ db, trx })
      .whereIn(
        'id',
        unchanged().where((query) => {
          query.whereNull('locked_until').orWhere('locked_until', '<', now);
        }),
      )
      .update({ sent_at: null });
  });

/** Removes what no rebuild waits for any more. */
export const clearDelivered = ({ db, now }: { db: Database; now: number }): Promise<void> =>
  db.run(async ({ trx }) => {
    const gone = marksIn({ db, trx })
      .select('id')
      .whereNotNull('delivered_at')
      .whereNotExists(
        jobsIn({ db, trx }).select('id').where({ kind: 'rebuild' }).where('locked_until', '>', now),
      );
    if (db.isPostgres) gone.forUpdate().skipLocked();
    await marksIn({ db, trx }).whereIn('id', gone).delete();
  });

/** How many marks some worker has in hand. */
export const countClaimed = ({ db, now }: { db: Database; now: number }): Promise<number> =>
  db.run(async ({ trx }) => {
    const [row]: { count: number | string }[] = await marksIn({ db, trx })
      .where('locked_until', '>', now)
      .count('id as count');
    return Number(row?.count ?? 0);
  });
