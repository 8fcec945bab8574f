import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type FiguresRead, UnreadableFile } from './figure-line';
import type { FileShape } from './inspect-file';
import type { FiguresFile } from './read-figures-file';
import type { ReadingAnswer, ReadingInput } from './reading-messages';

/** Workbooks and cubes are held whole while they are read: more than this, and the thread ends. */
const MOST_MB = 1024;

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A thread that reads a file, asked for one answer after another. */
const openThread = (input: ReadingInput, signal?: AbortSignal) => {
  const worker = new Worker(path.join(__dirname, 'reading-thread.js'), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', (error) =>
      reject(
        isOutOfMemory(error)
          ? new UnreadableFile(`takes more than ${MOST_MB} MB of memory to read`)
          : error,
      ),
    );
    worker.once('exit', () => reject(new Error('A thread that reads a file has ended')));
  });
  // Told to whoever asks; an end that nobody waits for is no failure.
  ended.catch(() => undefined);
  const close = async () => {
    signal?.removeEventListener('abort', close);
    await worker.terminate();
  };
  // A large workbook or cube is read at one go: it is not waited for.
  signal?.addEventListener('abort', close);
  return {
    ask: async <K extends ReadingAnswer['kind']>(kind: K) => {
      const answered = once(worker, 'message') as Promise<[ReadingAnswer]>;
      answered.catch(() => undefined);
      worker.postMessage('next');
      const [answer] = await Promise.race([ended, answered]).catch((error: unknown) => {
        signal?.throwIfAborted();
        throw error;
      });
      if (answer.kind === 'unreadable') throw new UnreadableFile(answer.message, answer.line);
      if (answer.kind !== kind) throw new Error(`A thread answered ${answer.kind}, not ${kind}`);
      return answer as Extract<ReadingAnswer, { kind: K }>;
    },
    close,
  };
};

/**
 * `inspectFile` in a thread of its own, so that a large file holds up nobody's requests.
 * @throws UnreadableFile for what is none of the known formats, or too large for the thread's memory
 */
export const inspectInThread = async ({
  file,
  name,
}: {
  file: string;
  name: string;
}): Promise<FileShape> => {
  const thread = openThread({ kind: 'inspect', file, name });
  try {
    return (await thread.ask('shape')).shape;
  } finally {
    await thread.close();
  }
};

/**
 * `readFiguresFile` in a thread of its own, some hundred lines at a time. It reads on only when it is
 * asked: memory stays flat for what is read line by line.
 * @param known codes of the indicators there are
 * @throws UnreadableFile for what is none of the known formats, or too large for the thread's memory;
 *   the signal's reason, as soon as it is given
 */
export async function* readInThread(
  given: FiguresFile,
  { known, signal }: { known: ReadonlySet<string>; signal?: AbortSignal | undefined },
): AsyncGenerator<FiguresRead> {
  const thread = openThread({ kind: 'figures', given, known }, signal);
  try {
    for (;;) {
      const { lines, skipped, isLast } = await thread.ask('lines');
      yield { lines, skipped };
      if (isLast) return;
    }
  } finally {
    await thread.close();
  }
}
