import { backoff } from './backoff';

/** The engine as seen from here. Open: nobody asks it before `retryAt` (Unix milliseconds). */
export type Breaker =
  | { state: 'closed' }
  | { state: 'open'; failures: number; retryAt: number; reason: string };

export type BreakerLimits = { baseMs: number; maxMs: number };

export const closedBreaker: Breaker = { state: 'closed' };

/** The breaker after one more failure of the engine. */
export const trip = ({
  breaker,
  reason,
  now,
  random,
  limits,
}: {
  breaker: Breaker;
  reason: string;
  now: number;
  random: number;
  limits: BreakerLimits;
}): Breaker => {
  const failures = breaker.state === 'open' ? breaker.failures + 1 : 1;
  return {
    state: 'open',
    failures,
    reason,
    retryAt: now + backoff({ attempt: failures, ...limits, random }),
  };
};

/** Milliseconds until the engine may be asked again; 0 means now. */
export const waitOf = ({ breaker, now }: { breaker: Breaker; now: number }): number =>
  breaker.state === 'closed' ? 0 : Math.max(0, breaker.retryAt - now);
