import { chunk } from 'lodash';
import type { Database, Transaction } from './database';
import { type Dependence, dependantsOf } from './dependants';
import { MARKS } from './mark-model';

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

/** Entries of one type that changed. `locale`: the language that was edited; its index is sent first. */
export type Changed = { uid: string; locale: string | null; documentIds: readonly string[] };

/** Entries that changed and that others show, through a relation that a declaration names. */
export type Shown = { dependence: Dependence; documentIds: readonly string[] };

type Context = { db: Database; trx: Transaction };
type Part = { sql: string; bindings: readonly unknown[] };

/** Below what a statement may have of values. */
const CHUNK = 10_000;

const ofChanged = ({ db, uid, locale, documentIds }: Changed & { db: Database }): Part => ({
  sql: `select cast(? as varchar(255)) as uid, value as document_id, cast(? as varchar(255)) as locale
    from ${db.isPostgres ? 'json_array_elements_text(cast(? as json)) as listed(value)' : 'json_each(?)'}`,
  bindings: [uid, locale, JSON.stringify(documentIds)],
});

const ofDependants = ({ db, trx, dependence, documentIds }: Shown & Context): Part[] =>
  chunk(documentIds, CHUNK).map((some) => {
    const found = dependantsOf({ db, trx, dependence, documentIds: some }).toSQL();
    return {
      sql: `select cast(? as varchar(255)) as uid, found.document_id, cast(null as varchar(255)) as locale
        from (${found.sql}) as found`,
      bindings: [dependence.uid, ...found.bindings],
    };
  });

/**
 * Marks whole entries as dirty, and whoever shows them now, in one statement of the caller's transaction.
 * Every writer takes the rows in one order, so that two of them never wait for each other in a circle.
 * @throws what the database throws: the edit fails with it
 */
export const markDocuments = async ({
  db,
  trx,
  changed,
  shown,
  now,
}: Context & {
  changed: readonly Changed[];
  shown: readonly Shown[];
  now: number;
}): Promise<void> => {
  const parts = [
    ...changed.map((group) => ofChanged({ db, ...group })),
    ...shown.flatMap((group) => ofDependants({ db, trx, ...group })),
  ];
  if (parts.length === 0) return;
  const ordered = (column: string) => `${column}${db.isPostgres ? ' collate "C"' : ''}`;
  const table = db.schema ? `${db.schema}.${MARKS}` : MARKS;
  await trx.raw(
    `insert into ?? (uid, document_id, locale, version, attempts, enqueued_at, due_at)
     select uid, document_id, max(locale), 1, 0, cast(? as bigint), cast(? as bigint)
     from (${parts.map(({ sql }) => sql).join(' union all ')}) as touched
     group by uid, document_id order by ${ordered('uid')}, ${ordered('document_id')}
     on conflict (uid, document_id) do update set locale = coalesce(excluded.locale, ??), version = ?? + 1, attempts = 0,
       enqueued_at = ?, due_at = excluded.due_at, dead_at = null, delivered_at = null, last_error = null`,
    [
      table,
      now,
      now,
      ...parts.flatMap(({ bindings }) => bindings),
      `${MARKS}.locale`,
      `${MARKS}.version`,
      waitingSince({ trx, now }),
    ] as never,
  );
};
