import type { Database, Transaction } from './database';
import { HOOKS } from './hook-model';

/** A webhook call; `attempts` counts this one. */
export type Hook = { id: number; body: string; attempts: number };

const hooksIn = ({ db, trx }: { db: Database; trx: Transaction }) =>
  db.schema ? trx(HOOKS).withSchema(db.schema) : trx(HOOKS);

/** Adds a call in the transaction that is open here. */
export const addHook = ({
  db,
  body,
  now,
}: {
  db: Database;
  body: string;
  now: number;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    await hooksIn({ db, trx }).insert({ body, attempts: 0, due_at: now });
  });

/** Takes the call that is due longest, and keeps it from others until `until`. */
export const takeHook = ({
  db,
  now,
  until,
}: {
  db: Database;
  now: number;
  until: number;
}): Promise<Hook | undefined> =>
  db.run(async ({ trx }) => {
    const due = hooksIn({ db, trx })
      .select('id', 'body', 'attempts')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .orderBy('id')
      .limit(1);
    if (db.isPostgres) due.forUpdate().skipLocked();
    const [found]: Hook[] = await due;
    if (!found) return undefined;
    const attempts = found.attempts + 1;
    await hooksIn({ db, trx }).where({ id: found.id }).update({ attempts, due_at: until });
    return { ...found, attempts };
  });

/** Puts a call that failed off until `dueAt`. */
export const postponeHook = ({
  db,
  id,
  dueAt,
}: {
  db: Database;
  id: number;
  dueAt: number;
}): Promise<void> =>
  db.run(async ({ trx }) => {
    await hooksIn({ db, trx }).where({ id }).update({ due_at: dueAt });
  });

/** Forgets a call that was made, or given up. */
export const removeHook = ({ db, id }: { db: Database; id: number }): Promise<void> =>
  db.run(async ({ trx }) => {
    await hooksIn({ db, trx }).where({ id }).delete();
  });
