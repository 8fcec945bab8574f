import type { DeadLetter } from '../../../shared/contracts';
import { type Database, marksIn } from './database';

export type QueueStatus = {
  waiting: number;
  /** Unix milliseconds. */
  oldest: number | null;
  dead: number;
};

type Counts = {
  waiting: number | string | null;
  oldest: number | string | null;
  dead: number | string | null;
};

/** How many marks wait, since when, and how many have been given up. */
export const queueStatus = (db: Database): Promise<QueueStatus> =>
  db.run(async ({ trx }) => {
    const rows: Counts[] = await marksIn({ db, trx })
      .whereNull('delivered_at')
      .select(
        trx.raw('sum(case when dead_at is null then 1 else 0 end) as waiting'),
        trx.raw('min(case when dead_at is null then enqueued_at end) as oldest'),
        trx.raw('sum(case when dead_at is null then 0 else 1 end) as dead'),
      );
    const [counts] = rows;
    return {
      waiting: Number(counts?.waiting ?? 0),
      oldest: counts?.oldest == null ? null : Number(counts.oldest),
      dead: Number(counts?.dead ?? 0),
    };
  });

type DeadRow = {
  uid: string;
  document_id: string;
  attempts: number;
  last_error: string | null;
  dead_at: number | string;
};

/** The latest dead letters, at most `limit`, after `offset` others. */
export const deadLetters = ({
  db,
  limit,
  offset = 0,
}: {
  db: Database;
  limit: number;
  offset?: number;
}): Promise<DeadLetter[]> =>
  db.run(async ({ trx }) => {
    const rows: DeadRow[] = await marksIn({ db, trx })
      .select('uid', 'document_id', 'attempts', 'last_error', 'dead_at')
      .whereNotNull('dead_at')
      .orderBy([
        { column: 'dead_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(offset)
      .limit(limit);
    return rows.map((row) => ({
      uid: row.uid,
      documentId: row.document_id,
      attempts: row.attempts,
      error: row.last_error ?? '',
      since: new Date(Number(row.dead_at)).toISOString(),
    }));
  });
