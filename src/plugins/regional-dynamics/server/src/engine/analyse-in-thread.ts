import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AnalysisAnswer, AnalysisInput } from './analysis-messages';

/**
 * Analyses an edition in a thread of its own: replications made again from its own inputs are the
 * very ones its ranges came from.
 * @throws what the thread throws
 */
export const analyseInThread = (input: AnalysisInput): Promise<AnalysisAnswer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, 'analysis-thread.js'), { workerData: input });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('A thread that analyses has ended')));
  });
