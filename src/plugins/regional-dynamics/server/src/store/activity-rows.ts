import type { Core } from '@strapi/strapi';
import type { UnitActivity } from '../core/activity';
import { ACTIVITY, ACTIVITY_MARKS } from './activity-models';
import { tableNamed, within } from './database';

const CHUNK = 100;

/** Remembers, in the transaction of the write itself, that what is counted may have changed. */
export const markActivity = (strapi: Core.Strapi, now: number): Promise<void> =>
  within(strapi, async (trx) => {
    await tableNamed(strapi, trx, ACTIVITY_MARKS).insert({ marked_at: now });
  });

/** The last mark; null where nothing waits. */
export const lastMark = (strapi: Core.Strapi): Promise<number | null> =>
  within(strapi, async (trx) => {
    const row: { id: number } | undefined = await tableNamed(strapi, trx, ACTIVITY_MARKS)
      .select('id')
      .orderBy('id', 'desc')
      .first();
    return row?.id ?? null;
  });

/**
 * Shows all that was counted at once, and takes away the marks it answers. Of two processes the
 * one that began to read later wins, in whatever order they end.
 */
export const saveActivity = (
  strapi: Core.Strapi,
  {
    units,
    readAt,
    seen,
  }: { units: ReadonlyMap<string, UnitActivity>; readAt: number; seen: number | null },
): Promise<void> =>
  within(strapi, async (trx) => {
    const rows = [...units].map(([unit, counted]) => ({
      unit,
      counted: JSON.stringify(counted),
      read_at: readAt,
    }));
    for (let start = 0; start < rows.length; start += CHUNK) {
      await tableNamed(strapi, trx, ACTIVITY)
        .insert(rows.slice(start, start + CHUNK))
        .onConflict('unit')
        .merge()
        .where(`${ACTIVITY}.read_at`, '<=', readAt);
    }
    await tableNamed(strapi, trx, ACTIVITY).where('read_at', '<', readAt).del();
    if (seen !== null) await tableNamed(strapi, trx, ACTIVITY_MARKS).where('id', '<=', seen).del();
  });

export type StoredActivity =
  | { kind: 'counted'; activity: UnitActivity; readAt: number }
  | { kind: 'outside' }
  /** Nothing was ever counted yet. */
  | { kind: 'pending' };

/** What was counted for a unit. */
export const readActivity = (strapi: Core.Strapi, unit: string): Promise<StoredActivity> =>
  within(strapi, async (trx) => {
    const row: { counted: string; read_at: number | string } | undefined = await tableNamed(
      strapi,
      trx,
      ACTIVITY,
    )
      .select('counted', 'read_at')
      .where({ unit })
      .first();
    if (row) {
      const activity: UnitActivity = JSON.parse(row.counted);
      return { kind: 'counted', activity, readAt: Number(row.read_at) };
    }
    const any: unknown = await tableNamed(strapi, trx, ACTIVITY).select('id').first();
    return any === undefined ? { kind: 'pending' } : { kind: 'outside' };
  });
