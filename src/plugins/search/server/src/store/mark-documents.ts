import { type Database, marksIn, type Transaction } from './database';
import { MARKS } from './mark-model';

const CHUNK = 500;

/** Since when an entry waits: one that was delivered begins anew. */
const waitingSince = ({ trx, now }: { trx: Transaction; now: number }) =>
  trx.raw('case when ?? is null then ?? else cast(? as bigint) end', [
    `${MARKS}.delivered_at`,
    `${MARKS}.enqueued_at`,
    now,
  ]);

/** What a new mark does to one that is there: another version, due at once, alive again. */
export const renewed = ({ trx, now }: { trx: Transaction; now: number }) => ({
  version: trx.raw('?? + 1', [`${MARKS}.version`]),
  enqueued_at: waitingSince({ trx, now }),
  attempts: 0,
  due_at: now,
  dead_at: null,
  delivered_at: null,
  last_error: null,
});

/**
 * Marks whole entries as dirty, in the caller's transaction.
 * @param locale the language that was edited; its index is sent first
 * @throws what the database throws: the edit fails with it
 */
export const markDocuments = async ({
  db,
  trx,
  uid,
  documentIds,
  locale,
  now,
}: {
  db: Database;
  trx: Transaction;
  uid: string;
  documentIds: readonly string[];
  locale: string | null;
  now: number;
}): Promise<void> => {
  // One order for all writers: two of them never wait for each other in a circle.
  const ordered = [...new Set(documentIds)].sort();
  for (let start = 0; start < ordered.length; start += CHUNK) {
    await marksIn({ db, trx })
      .insert(
        ordered.slice(start, start + CHUNK).map((documentId) => ({
          uid,
          document_id: documentId,
          version: 1,
          locale,
          attempts: 0,
          enqueued_at: now,
          due_at: now,
        })),
      )
      .onConflict(['uid', 'document_id'])
      .merge({ ...renewed({ trx, now }), locale });
  }
};
