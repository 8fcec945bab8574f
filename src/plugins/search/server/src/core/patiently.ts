import { setTimeout as pause } from 'node:timers/promises';
import { EngineUnavailable } from '../engine/errors';
import { backoff } from './backoff';

/** Together with the time that each try takes, about half a minute of an engine that is away. */
const TRIES = 7;
const BASE_MS = 250;
const MAX_MS = 8_000;

/**
 * Asks the engine again while it is out of reach: long work must not be lost for one late answer.
 * For requests that may be repeated.
 * @throws what the last try throws, EngineRefused at once, or the signal's reason
 */
export const patiently = async <T>({
  ask,
  signal,
}: {
  ask: () => Promise<T>;
  signal: AbortSignal;
}): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || attempt === TRIES) throw error;
    }
    const wait = backoff({ attempt, baseMs: BASE_MS, maxMs: MAX_MS, random: Math.random() });
    await pause(wait, undefined, { signal });
  }
};
