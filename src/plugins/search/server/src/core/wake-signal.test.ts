import { expect, it } from 'vitest';
import { createWakeSignal } from './wake-signal';

it('keeps a wake that comes before the wait, and only one', async () => {
  const signal = createWakeSignal();
  signal.wake();
  signal.wake();
  await signal.wait(60_000);
  const begun = Date.now();
  await signal.wait(20);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(15);
});

it('ends a wait at once', async () => {
  const signal = createWakeSignal();
  const waiting = signal.wait(60_000);
  signal.wake();
  await waiting;
});
