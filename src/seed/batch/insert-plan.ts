import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import type { RowPlan } from './plan-rows';
import { reserveIds, type Transaction } from './reserve-ids';

/** Below the number of variables that each database takes in a statement. */
const VARIABLES = 30_000;
/** SQLite takes 500 terms in the compound select into which knex writes many rows. */
const ROWS = 400;

/** Inserts all rows of a plan, hundreds a statement, after reserving the ids they point to. */
export const insertPlan = async ({
  strapi,
  trx,
  plan,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  plan: RowPlan;
}): Promise<void> => {
  const ids = new Map<string, number[]>();
  for (const [table, { hasId, rows }] of plan) {
    if (hasId) {
      ids.set(table, await reserveIds({ strapi, trx, table, count: rows.length }));
    }
  }
  const schema = strapi.db.getSchemaName();
  // Rows that others point to go first.
  const tables = [...plan].sort(([, one], [, other]) => Number(other.hasId) - Number(one.hasId));
  for (const [table, { hasId, rows }] of tables) {
    const records = rows.map(({ columns, links }, place) => ({
      ...columns,
      ...Object.fromEntries(
        Object.entries(links).map(([column, target]) => [
          column,
          ids.get(target.table)?.[target.place],
        ]),
      ),
      ...(hasId ? { id: ids.get(table)?.[place] } : {}),
    }));
    const width = Object.keys(records[0] ?? {}).length || 1;
    for (const part of chunk(records, Math.min(ROWS, Math.floor(VARIABLES / width)))) {
      const query = trx(table);
      await (schema ? query.withSchema(schema) : query).insert(part);
    }
  }
};
