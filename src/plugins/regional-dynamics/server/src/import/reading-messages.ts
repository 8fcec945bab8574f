import type { FiguresRead } from './figure-line';
import type { FileShape } from './inspect-file';
import type { FiguresFile, NamedFile } from './read-figures-file';

/** What a thread that reads a file is started with. */
export type ReadingInput =
  | { kind: 'inspect'; given: NamedFile }
  /** @param known codes of the indicators there are */
  | { kind: 'figures'; given: FiguresFile; known: ReadonlySet<string> };

/** Answered once for each word of the other side. */
export type ReadingAnswer =
  | { kind: 'shape'; shape: FileShape }
  | ({ kind: 'lines'; isLast: boolean } & FiguresRead)
  | { kind: 'unreadable'; line: number; message: string };
