import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EditionInputs } from '../core/edition-inputs';
import type { Figures } from '../core/figures';
import { rowsAtOnce } from '../core/ranges';
import type { Recipe } from '../core/recipe';
import type { Answer, Order, ThreadInput } from './messages';
import { ofKind, openThread } from './open-thread';

type RunOrder = {
  recipe: Recipe;
  figures: Figures;
  years: readonly number[];
  nutsVersion: string | null;
  /** How many threads share the replications. */
  threads: number;
  signal?: AbortSignal | undefined;
  /** Told the share that is done, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  /** Asked before anything is replicated: whether these inputs are worth a run. */
  isWanted?: (inputs: EditionInputs) => Promise<boolean>;
};

export type RunOutcome =
  | (Finished & { inputs: EditionInputs })
  | { kind: 'unwanted' }
  | { kind: 'cancelled' };

type Finished = Extract<Answer, { kind: 'finished' }>;

const openRun = (input: ThreadInput, onProgress: (replications: number) => void) => {
  const worker = new Worker(path.join(__dirname, 'thread.js'), { workerData: input });
  const thread = openThread<Order, Answer>(worker, (answer) => {
    if (answer.kind !== 'progress') return false;
    onProgress(answer.replications);
    return true;
  });
  return {
    ready: thread.next().then((answer) => ofKind(answer, 'ready')),
    ask: async <K extends Answer['kind']>(order: Order, kind: K, buffers: ArrayBuffer[] = []) =>
      ofKind(await thread.ask(order, buffers), kind),
    close: thread.close,
  };
};

const spansOf = (count: number, threads: number): { from: number; to: number }[] => {
  const used = Math.max(1, Math.min(threads, count));
  return Array.from({ length: used }, (_, k) => ({
    from: Math.floor((k * count) / used),
    to: Math.floor(((k + 1) * count) / used),
  }));
};

type Thread = ReturnType<typeof openRun>;

const replicateAll = async (
  threads: Thread[],
  { replications, onTotal }: { replications: number; onTotal: (total: number) => void },
): Promise<Finished> => {
  const ready = await Promise.all(threads.map((thread) => thread.ready));
  const [leader] = threads;
  const [first] = ready;
  if (!leader || !first) throw new RangeError('a run needs a thread');
  const { blocks, nodes } = first;
  const width = rowsAtOnce({ blocks, nodes, replications });
  onTotal(replications * Math.max(1, Math.ceil(blocks.rows / width)));
  for (let start = 0; start < blocks.rows; start += width) {
    const rows = { start, end: Math.min(blocks.rows, start + width) };
    const answers = await Promise.all(
      threads.map((thread) => thread.ask({ kind: 'replicate', rows }, 'replicated')),
    );
    const parts = answers.map(({ part }) => part);
    const buffers = parts.flatMap(({ ranks }) => [...ranks.values()].map(({ buffer }) => buffer));
    await leader.ask({ kind: 'fold', parts }, 'folded', buffers);
  }
  return leader.ask({ kind: 'finish' }, 'finished');
};

/**
 * Scores and replicates in threads; the main thread only passes buffers on. The same inputs give
 * the same bytes with any number of threads. Cancelling ends the threads at once; nothing is left.
 * @throws what a thread throws
 */
export const runInThreads = async (order: RunOrder): Promise<RunOutcome> => {
  const { recipe, figures, years, nutsVersion, signal, onProgress, isWanted } = order;
  const { replications } = recipe.uncertainty;
  let done = 0;
  let total = Number.POSITIVE_INFINITY;
  const progress = (count: number) => {
    done += count;
    onProgress?.(Math.min(1, done / total));
  };
  const threads: Thread[] = [];
  const open = (span: { from: number; to: number }): Thread => {
    const thread = openRun({ recipe, figures, years, nutsVersion, span }, progress);
    threads.push(thread);
    return thread;
  };
  const run = async (): Promise<RunOutcome> => {
    const [first = { from: 0, to: replications }, ...others] = spansOf(replications, order.threads);
    const leader = open(first);
    await leader.ready;
    const { kind: _, ...inputs } = await leader.ask({ kind: 'inputs' }, 'inputs');
    if (isWanted && !(await isWanted(inputs))) return { kind: 'unwanted' };
    if (signal?.aborted) return { kind: 'cancelled' };
    for (const span of others) open(span);
    const onTotal = (count: number) => {
      total = count;
    };
    return { ...(await replicateAll(threads, { replications, onTotal })), inputs };
  };
  const cancelled = new Promise<RunOutcome>((resolve) => {
    const cancel = () => resolve({ kind: 'cancelled' });
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([cancelled, run()]);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
};
