import type { Host } from './start-host';

export type Peaks = {
  /** Bytes. */
  few: number;
  many: number;
  fewRows: number;
  manyRows: number;
};

/**
 * V8 lets a heap grow as long as it may, and the longer a run the nearer to its limit: a limit for both
 * that is not far above what they hold shows what is really held.
 */
export const MEMORY_OPTIONS = ['--max-old-space-size=256', '--max-semi-space-size=16'];

/**
 * The most resident memory of a process while it rebuilds, on a small database and on one five times as
 * large, each in a fresh process after a rebuild of one index as a warm-up, so that code is compiled.
 * @param more how many generated monographs the large database has
 */
export const measureMemory = async ({
  start,
  stop,
  more,
}: {
  start: () => Promise<Host>;
  stop: () => Promise<void>;
  more: number;
}): Promise<Peaks> => {
  const peak = async () => {
    const host = await start();
    const rows = await host.do('published');
    await host.do('rebuild', { targets: ['fr'] });
    const { peakBytes } = await host.do('rebuild');
    await stop();
    return { rows, peakBytes };
  };
  const few = await peak();
  const loader = await start();
  await loader.do('samples', { count: more });
  await stop();
  const many = await peak();
  return {
    few: few.peakBytes,
    many: many.peakBytes,
    fewRows: few.rows,
    manyRows: many.rows,
  };
};
