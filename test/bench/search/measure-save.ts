import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../measure-pair';
import type { Host } from './start-host';

/** Milliseconds: medians, and what each save of a burst took. */
export type SaveTimes = {
  ours: number;
  without: number;
  burst: { ours: number; without: number; count: number };
};

const BLOCKS = 8;
const SAVES = 12;
const EVERY_MS = 250;
const BURST = 200;

type Side = { host: Host; times: number[]; burst: number; afterwards: () => Promise<void> };

/** Saves and publishes one monograph's title. Answers how long the caller waited, beside whatever the process does. */
const save = async ({ host }: Side, documentId: string, title: string): Promise<number> => {
  const started = performance.now();
  await host.do('save', { documentId, data: { title } });
  return performance.now() - started;
};

/**
 * The time of a save with the plugin and without, one every 250 ms, in blocks by turns: each side has the
 * machine for itself, which with the plugin is shared with deliveries and the engine. Then a burst.
 */
export const measureSave = async ({
  ours,
  without,
}: {
  ours: Host;
  without: Host;
}): Promise<SaveTimes> => {
  const documentIds = await ours.do('monographs', { limit: BURST });
  const ourSide: Side = {
    host: ours,
    times: [],
    burst: 0,
    afterwards: () => ours.do('drain'),
  };
  const otherSide: Side = {
    host: without,
    times: [],
    burst: 0,
    afterwards: async () => undefined,
  };
  let saved = 0;
  const title = (documentId: string) => {
    saved += 1;
    return `Guichet numérique de quartier ${saved} ${documentId.slice(0, 6)}`;
  };
  const block = async (side: Side, round: number) => {
    for (let number = 0; number < SAVES; number += 1) {
      const documentId =
        documentIds[(Math.max(0, round) * SAVES + number) % documentIds.length] ?? '';
      const [time] = await Promise.all([
        save(side, documentId, title(documentId)),
        pause(EVERY_MS),
      ]);
      // The first of a block is alone: no delivery is going on yet.
      if (round >= 0 && number > 0) side.times.push(time);
    }
    await side.afterwards();
  };
  for (let round = -1; round < BLOCKS; round += 1) {
    const order = round % 2 === 0 ? [ourSide, otherSide] : [otherSide, ourSide];
    for (const side of order) await block(side, round);
  }
  for (const side of [otherSide, ourSide]) {
    const started = performance.now();
    for (const documentId of documentIds) await save(side, documentId, title(documentId));
    side.burst = (performance.now() - started) / documentIds.length;
    await side.afterwards();
  }
  return {
    ours: median(ourSide.times),
    without: median(otherSide.times),
    burst: { ours: ourSide.burst, without: otherSide.burst, count: documentIds.length },
  };
};
