import { type Database, marksIn } from './database';

/** Which of some entries have an edit that waits to be delivered; a dead letter waits for nobody. */
export const waitingDocuments = ({
  db,
  uid,
  documentIds,
}: {
  db: Database;
  uid: string;
  documentIds: readonly string[];
}): Promise<Set<string>> =>
  db.run(async ({ trx }) => {
    if (documentIds.length === 0) return new Set();
    const rows: { document_id: string }[] = await marksIn({ db, trx })
      .select('document_id')
      .where({ uid })
      .whereIn('document_id', [...documentIds])
      .whereNull('dead_at')
      .whereNull('delivered_at');
    return new Set(rows.map((row) => row.document_id));
  });
