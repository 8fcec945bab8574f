import type { EntryMark } from '../core/judge-entry';
import { type Database, marksIn } from './database';

type MarkRow = {
  attempts: number;
  last_error: string | null;
  enqueued_at: number | string;
  dead_at: number | string | null;
};

/** What waits of one entry, or was given up; null where nothing does. */
export const findMark = ({
  db,
  uid,
  documentId,
}: {
  db: Database;
  uid: string;
  documentId: string;
}): Promise<EntryMark | null> =>
  db.run(async ({ trx }) => {
    const [row]: MarkRow[] = await marksIn({ db, trx })
      .select('attempts', 'last_error', 'enqueued_at', 'dead_at')
      .where({ uid, document_id: documentId })
      .whereNull('delivered_at');
    if (!row) return null;
    return {
      attempts: row.attempts,
      error: row.last_error,
      enqueuedAt: Number(row.enqueued_at),
      deadAt: row.dead_at === null ? null : Number(row.dead_at),
    };
  });
