import { patiently } from '../core/patiently';
import type { Engine } from '../engine/engine';
import { EngineUnavailable } from '../engine/errors';

/**
 * Exchanges pairs of indexes, all at once, and waits until it is done. The request is never sent
 * twice, which would undo it: when its answer is lost, the engine is asked what became of it.
 * @throws Error when it was not done: then the caller must delete the new indexes, so that a request
 *   that arrives late finds nothing to exchange
 */
export const swapIndexes = async ({
  engine,
  pairs,
  signal,
}: {
  engine: Engine;
  pairs: readonly (readonly [live: string, next: string])[];
  signal: AbortSignal;
}): Promise<void> => {
  const sent = async (): Promise<number> => {
    try {
      return await engine.swap(pairs);
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      const names = pairs.map(([, next]) => next);
      const task = await patiently({ ask: () => engine.findSwap(names), signal });
      if (task === undefined) throw error;
      return task;
    }
  };
  const task = await sent();
  // From here on nobody can stop it.
  const [outcome] = await patiently({
    ask: () => engine.settle([task]),
    signal: new AbortController().signal,
  });
  if (outcome?.state === 'failed') throw new Error(`The swap failed: ${outcome.message}`);
};
