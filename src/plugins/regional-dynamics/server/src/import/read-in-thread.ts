import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ofKind, openThread } from '../engine/open-thread';
import { type FiguresRead, UnreadableFile } from './figure-line';
import type { FileShape } from './inspect-file';
import type { FiguresFile, NamedFile } from './read-figures-file';
import type { ReadingAnswer, ReadingInput } from './reading-messages';

/** Workbooks and cubes are held whole while they are read: more than this, and the thread ends. */
const MOST_MB = 1024;

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

const openReading = (input: ReadingInput, signal?: AbortSignal) => {
  const worker = new Worker(path.join(__dirname, 'reading-thread.js'), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  const thread = openThread<'next', ReadingAnswer>(worker);
  const close = async () => {
    signal?.removeEventListener('abort', close);
    await thread.close();
  };
  // A large workbook or cube is read at one go: it is not waited for.
  signal?.addEventListener('abort', close);
  return {
    ask: async <K extends ReadingAnswer['kind']>(kind: K) => {
      const answer = await thread.ask('next').catch((error: unknown) => {
        signal?.throwIfAborted();
        throw isOutOfMemory(error)
          ? new UnreadableFile(`takes more than ${MOST_MB} MB of memory to read`)
          : error;
      });
      if (answer.kind === 'unreadable') throw new UnreadableFile(answer.message, answer.line);
      return ofKind<ReadingAnswer, K>(answer, kind);
    },
    close,
  };
};

/**
 * `inspectFile` in a thread of its own, so that a large file holds up nobody's requests.
 * @throws UnreadableFile for what is none of the known formats, or too large for the thread's memory
 */
export const inspectInThread = async (given: NamedFile): Promise<FileShape> => {
  const thread = openReading({ kind: 'inspect', given });
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
  const thread = openReading({ kind: 'figures', given, known }, signal);
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
