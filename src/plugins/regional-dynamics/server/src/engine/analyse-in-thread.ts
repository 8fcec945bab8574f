import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AnalysisAnswer, AnalysisInput } from './analysis-messages';
import { openThread } from './open-thread';

/**
 * Analyses an edition in a thread of its own: replications made again from its own inputs are the
 * very ones its ranges came from.
 * @throws what the thread throws
 */
export const analyseInThread = async (input: AnalysisInput): Promise<AnalysisAnswer> => {
  const worker = new Worker(path.join(__dirname, 'analysis-thread.js'), { workerData: input });
  const thread = openThread<never, AnalysisAnswer>(worker);
  try {
    return await thread.next();
  } finally {
    await thread.close();
  }
};
