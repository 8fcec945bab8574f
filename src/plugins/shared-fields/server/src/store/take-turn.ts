import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Session, Transaction } from './session';

const current = new AsyncLocalStorage<Transaction>();
const queues = new WeakMap<Transaction, Promise<unknown>>();

/** Whether the caller runs inside a turn. */
export const isInTurn = (): boolean => current.getStore() !== undefined;

/**
 * Runs work in a transaction (the one under way, or its own), after everything of the same
 * transaction that came before: Strapi's bulk actions start all their documents at once, and a
 * join row must not be written to a row that another is about to replace. Work inside work
 * runs at once.
 */
export const takeTurn = <T>({
  strapi,
  work,
}: {
  strapi: Core.Strapi;
  work: (session: Session) => Promise<T>;
}): Promise<Awaited<T>> =>
  strapi.db.transaction(async ({ trx }): Promise<Awaited<T>> => {
    const run = async (): Promise<Awaited<T>> =>
      await current.run(trx, () => work({ strapi, trx }));
    if (current.getStore() === trx) return run();
    const turn = (queues.get(trx) ?? Promise.resolve()).then(run, run);
    queues.set(trx, turn);
    return turn;
  }) as Promise<Awaited<T>>;
