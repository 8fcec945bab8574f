import { type Database, marksIn } from './database';
import { isHeld } from './jobs';
import { releaseMarks } from './settle-marks';

export type Mark = {
  id: number;
  uid: string;
  documentId: string;
  version: number;
  attempts: number;
  locale: string | null;
  /** Nobody has begun to send it since the engine last answered for it. */
  isCertain: boolean;
};

type MarkRow = {
  id: number;
  uid: string;
  document_id: string;
  version: number;
  attempts: number;
  locale: string | null;
  locked_until: number | string | null;
};

/**
 * Takes the oldest due marks under a lease, in one short transaction.
 * What this owner still holds from before is taken again: it has nothing else in hand. None while a
 * rebuild holds deliveries for its swap; then what the owner holds is given up, since the swap waits for it.
 */
export const claimMarks = ({
  db,
  owner,
  limit,
  leaseMs,
  now,
}: {
  db: Database;
  owner: string;
  limit: number;
  leaseMs: number;
  now: number;
}): Promise<Mark[]> =>
  db.run(async ({ trx }) => {
    if (await isHeld({ db, trx, now })) {
      await releaseMarks({ db, owner });
      return [];
    }
    const due = marksIn({ db, trx })
      .select('id', 'uid', 'document_id', 'version', 'attempts', 'locale', 'locked_until')
      .whereNull('dead_at')
      .whereNull('delivered_at')
      .where('due_at', '<=', now)
      .where((query) => {
        query
          .whereNull('locked_until')
          .orWhere('locked_until', '<', now)
          .orWhere('locked_by', owner);
      })
      .orderBy('due_at')
      .orderBy('id')
      .limit(limit);
    // A row that an open edit holds is about to change: another round takes it.
    if (db.isPostgres) due.forUpdate().skipLocked();
    const rows: MarkRow[] = await due;
    if (rows.length > 0) {
      await marksIn({ db, trx })
        .whereIn(
          'id',
          rows.map(({ id }) => id),
        )
        .update({ locked_until: now + leaseMs, locked_by: owner, sent_at: now });
    }
    return rows.map(({ document_id, locked_until, ...row }) => ({
      ...row,
      documentId: document_id,
      isCertain: locked_until === null && row.attempts === 0,
    }));
  });
