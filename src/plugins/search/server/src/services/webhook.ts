import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { IndexedEntry, WebhookBody } from '../../../shared/contracts';
import { backoff } from '../core/backoff';
import { signWebhook } from '../core/sign-webhook';
import { createWakeSignal } from '../core/wake-signal';
import { sendWebhook } from '../engine/send-webhook';
import { databaseOf } from '../store/database';
import { addHook, type Hook, postponeHook, removeHook, takeHook } from '../store/hooks';
import { getConfig } from './get-service';

/** Beyond the call itself, until another process takes a call for lost. */
const GRACE_MS = 30_000;

/** Tells another server which entries search shows anew, once it does. Off without an address. */
export const webhook = ({ strapi }: { strapi: Core.Strapi }) => {
  const { url, secret, timeoutMs, maxAttempts, retryBaseMs, retryMaxMs, pollMs } =
    getConfig(strapi).webhook;
  const db = databaseOf(strapi);
  const signal = createWakeSignal();
  const ending = new AbortController();
  let loop: Promise<void> | undefined;

  const settle = async ({ id, attempts }: Hook, reason: string): Promise<void> => {
    if (attempts >= maxAttempts) {
      strapi.log.error(`search: gave up a webhook call after ${attempts} tries: ${reason}`);
      return removeHook({ db, id });
    }
    strapi.log.warn(`search: a webhook call failed and will be tried again: ${reason}`);
    const limits = { baseMs: retryBaseMs, maxMs: retryMaxMs };
    const wait = backoff({ attempt: attempts, ...limits, random: Math.random() });
    return postponeHook({ db, id, dueAt: Date.now() + wait });
  };

  /** Makes one call; answers whether there was one to make. */
  const step = async (): Promise<boolean> => {
    const now = Date.now();
    const hook = await takeHook({ db, now, until: now + timeoutMs + GRACE_MS });
    if (!hook) return false;
    const { id, body } = hook;
    const seconds = Math.floor(now / 1_000);
    const outcome = await sendWebhook({
      ...{ url, body, timeoutMs, signal: ending.signal },
      headers: { 'x-search-signature': signWebhook({ body, secret, seconds }) },
    });
    if (outcome.state === 'accepted') await removeHook({ db, id });
    // What was cut off by the server's own end costs no try: the next start makes the call.
    else if (ending.signal.aborted) await postponeHook({ db, id, dueAt: now });
    else await settle(hook, outcome.reason);
    return true;
  };

  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      try {
        if (!(await step())) await signal.wait(pollMs);
      } catch (error) {
        // The database: nothing is lost, the call is due again soon.
        strapi.log.error(`search: webhooks failed: ${String(error)}`);
        await signal.wait(pollMs);
      }
    }
  };

  return {
    /** Writes down, in the transaction that is open here, that these entries are to be told. */
    add: async (entries: readonly IndexedEntry[]): Promise<void> => {
      if (url === '' || entries.length === 0) return;
      const body: WebhookBody = {
        id: randomUUID(),
        event: 'search.indexed',
        createdAt: new Date().toISOString(),
        entries: [...entries],
      };
      await addHook({ db, body: JSON.stringify(body), now: Date.now() });
    },
    /** There may be a call to make. */
    wake: signal.wake,
    start: (): void => {
      if (url !== '') loop ??= run();
    },
    stop: async (): Promise<void> => {
      ending.abort();
      signal.wake();
      await loop;
    },
  };
};
