import { type Database, marksIn } from './database';
import { renewed } from './mark-documents';
import { MARKS } from './mark-model';

/** Marks entries that the reconciler found to differ. A dead letter stays dead: only an edit revives it. */
export const markDifferences = ({
  db,
  uid,
  documentIds,
  now,
}: {
  db: Database;
  uid: string;
  documentIds: readonly string[];
  now: number;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    if (documentIds.length === 0) return;
    const { version, enqueued_at, delivered_at } = renewed({ trx, now });
    await marksIn({ db, trx })
      .insert(
        [...new Set(documentIds)].sort().map((documentId) => ({
          uid,
          document_id: documentId,
          version: 1,
          attempts: 0,
          enqueued_at: now,
          due_at: now,
        })),
      )
      .onConflict(['uid', 'document_id'])
      .merge({ version, enqueued_at, delivered_at })
      .whereNull(`${MARKS}.dead_at`);
  });
