import type { TransferListItem, Worker } from 'node:worker_threads';

/** @throws Error for an answer of another kind */
export const ofKind = <Answer extends { kind: string }, K extends Answer['kind']>(
  answer: Answer,
  kind: K,
): Extract<Answer, { kind: K }> => {
  if (answer.kind !== kind) throw new Error(`A thread answered ${answer.kind}, not ${kind}`);
  return answer as Extract<Answer, { kind: K }>;
};

/**
 * A thread that answers one thing after another, in the order it is asked.
 * @param isAside takes what it says beside its answers; true for what is none
 */
export const openThread = <Order, Answer>(
  worker: Worker,
  isAside: (answer: Answer) => boolean = () => false,
) => {
  const waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  const answered: Answer[] = [];
  let failure: { error: unknown } | undefined;
  worker.on('message', (answer: Answer) => {
    if (isAside(answer)) return;
    const next = waiting.shift();
    if (next) next.resolve(answer);
    else answered.push(answer);
  });
  const fail = (error: unknown) => {
    failure ??= { error };
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('A thread has ended')));
  /** @throws what the thread throws, or that it has ended */
  const next = () =>
    new Promise<Answer>((resolve, reject) => {
      const known = answered.shift();
      if (known) resolve(known);
      else if (failure) reject(failure.error);
      else waiting.push({ resolve, reject });
    });
  return {
    next,
    /** @param buffers are transferred, not copied */
    ask: (order: Order, buffers: TransferListItem[] = []) => {
      const answer = next();
      worker.postMessage(order, buffers);
      return answer;
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
