import { parentPort, workerData } from 'node:worker_threads';
import { type FiguresRead, UnreadableFile } from './figure-line';
import { inspectFile } from './inspect-file';
import { readFiguresFile } from './read-figures-file';
import type { ReadingAnswer, ReadingInput } from './reading-messages';

/** Lines of one message: the main thread takes them apart in half a millisecond. */
const LINES = 500;
/** … and those that are only counted: whoever cancels does not wait for the whole file. */
const SKIPPED = 20_000;

const openReading = (input: ReadingInput): (() => Promise<ReadingAnswer>) => {
  if (input.kind === 'inspect') {
    return async () => ({ kind: 'shape', shape: await inspectFile(input.given) });
  }
  const figures = readFiguresFile(input.given, input.known);
  return async () => {
    const lines: FiguresRead['lines'] = [];
    const answer = { kind: 'lines' as const, isLast: false, lines, skipped: 0 };
    while (lines.length < LINES && answer.skipped < SKIPPED) {
      const { value, done } = await figures.next();
      if (done) {
        answer.isLast = true;
        break;
      }
      if (value.kind === 'skipped') answer.skipped++;
      else lines.push(value);
    }
    return answer;
  };
};

if (parentPort) {
  const port = parentPort;
  const read = openReading(workerData as ReadingInput);
  port.on('message', async () => {
    const answer = await read().catch((error: unknown): ReadingAnswer => {
      if (!(error instanceof UnreadableFile)) throw error;
      return { kind: 'unreadable', line: error.line, message: error.message };
    });
    port.postMessage(answer);
  });
}
