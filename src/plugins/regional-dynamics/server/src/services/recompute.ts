import type { Core } from '@strapi/strapi';
import type { RunState } from '../../../shared/admin-contracts';
import { FIGURES_CHANGE, INDEX } from '../constants';
import { compareCodes } from '../core/compare-codes';
import { getService } from '../get-service';
import { markIndices, readMarks, removeMarks } from '../store/edition-marks';

/** Saves that follow one another closely are one change. */
const DELAY_MS = 5000;

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const states = new Map<string, RunState>();
  let controller = new AbortController();
  /** What is computing now, and how to stop it alone. */
  let current: { code: string; own: AbortController } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const computeIndex = async (code: string): Promise<void> => {
    const editions = getService(strapi, 'editions');
    const references: string[] = [];
    const own = new AbortController();
    current = { code, own };
    const signal = AbortSignal.any([controller.signal, own.signal]);
    for (const { published, ...planned } of await editions.planOf(code)) {
      const { year } = planned;
      const onProgress = (share: number) => states.set(code, { kind: 'computing', year, share });
      onProgress(0);
      const order = { ...planned, index: code, publish: published, signal, onProgress };
      const computed = await editions.compute(order);
      if (computed.kind === 'cancelled') {
        states.set(code, { kind: 'cancelled' });
        return;
      }
      references.push(computed.reference);
    }
    states.set(code, { kind: 'done', editions: references });
  };

  const work = async (): Promise<void> => {
    for (const { code } of await readMarks(strapi)) {
      if (controller.signal.aborted) return;
      // Read again: it may have been cancelled, or marked once more, while others computed.
      const mark = (await readMarks(strapi)).find((one) => one.code === code);
      if (!mark) continue;
      try {
        await computeIndex(code);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        states.set(code, { kind: 'failed', message });
        strapi.log.error(`The editions of ${code} could not be computed: ${message}`);
      } finally {
        current = undefined;
      }
      if (!controller.signal.aborted) await removeMarks(strapi, mark);
    }
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    // Who waited for a run that failed has been told; the next one is another.
    running = running.catch(() => undefined).then(work);
    return running;
  };

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      run().catch((error: unknown) => strapi.log.error(`recompute: ${String(error)}`));
    }, DELAY_MS);
    timer.unref();
  };

  const wait = (codes: readonly string[]): void => {
    if (codes.length === 0) return;
    for (const code of codes) states.set(code, { kind: 'waiting' });
    schedule();
  };

  /** In the transaction of the change itself: a process that ends before it computes resumes. */
  const mark = async (code: string): Promise<void> =>
    strapi.db.transaction(async ({ onCommit }) => {
      await markIndices(strapi, [code]);
      onCommit(() => wait([code]));
    });

  const markSaved = (row: unknown): Promise<void> | undefined => {
    const code: unknown = (row as { code?: unknown } | undefined)?.code;
    if (typeof code !== 'string' || getService(strapi, 'editions').bringsEditions(code)) return;
    return mark(code);
  };

  return {
    mark,

    state: (code: string): RunState | null => states.get(code) ?? null,

    /** All computations since the start, by the code of their index. */
    runs: (): { index: string; state: RunState }[] =>
      [...states]
        .map(([index, state]) => ({ index, state }))
        .sort((a, b) => compareCodes(a.index, b.index)),

    /** Stops what waits or computes of an index, for good; false where nothing does. */
    async cancel(code: string): Promise<boolean> {
      const isComputing = current?.code === code;
      if (isComputing) current?.own.abort();
      const isWaiting = (await removeMarks(strapi, { code })) > 0;
      if (!isWaiting && !isComputing) return false;
      if (!isComputing) states.set(code, { kind: 'cancelled' });
      return true;
    },

    /** Computes now what is waiting, and waits for it. */
    drain: run,

    /** Watches recipes and figures, and resumes what an ended process has left. */
    async start(): Promise<void> {
      controller = new AbortController();
      strapi.db.lifecycles.subscribe({
        models: [INDEX],
        afterCreate: ({ params, result }) => {
          const { editionPlan }: { editionPlan?: unknown } = params.data ?? {};
          const isPlanned = Array.isArray(editionPlan) && editionPlan.length > 0;
          return isPlanned ? markSaved(result) : undefined;
        },
        afterUpdate: ({ params, result }) => {
          const data: object = params.data ?? {};
          return 'recipe' in data || 'editionPlan' in data ? markSaved(result) : undefined;
        },
      });
      strapi.eventHub.on(FIGURES_CHANGE, async ({ indices }: { indices: string[] }) =>
        wait(indices),
      );
      wait((await readMarks(strapi)).map(({ code }) => code));
    },

    /** Cancels what is computing; it stays remembered. */
    async stop(): Promise<void> {
      clearTimeout(timer);
      controller.abort();
      await running;
    },
  };
};
