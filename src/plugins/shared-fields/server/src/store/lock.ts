import type { Session } from './session';

/**
 * Waits until no other transaction holds the name, and holds it until this one ends. SQLite has
 * one writer anyway.
 */
export const lock = async ({ strapi, trx }: Session, name: string): Promise<void> => {
  if (strapi.db.dialect.client !== 'postgres') return;
  await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`shared-fields:${name}`]);
};
