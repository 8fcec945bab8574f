import type { Observation } from '../core/observation';

/** A figure with the line of the file it stands on, or what is wrong there. */
export type FigureLine =
  | { kind: 'figure'; line: number; figure: Observation }
  | { kind: 'wrong'; line: number; message: string }
  /** A series of the file that was not asked for. */
  | { kind: 'skipped'; line: number };

/** What stands one after another in a file; lines that were not asked for are only counted. */
export type FiguresRead = { lines: Exclude<FigureLine, { kind: 'skipped' }>[]; skipped: number };

/** A row of a table with its line, header included. */
export type TableRow = { line: number; cells: readonly string[] };

/** A file that is none of the known formats, or lacks what the format needs. */
export class UnreadableFile extends Error {
  readonly line: number;

  constructor(message: string, line = 1) {
    super(message);
    this.line = line;
  }
}

/** What of a file with several series is wanted, and what it is called here. */
export type Series = {
  /** Code of the indicator, where the file does not name it. */
  indicator?: string | undefined;
  /** Dimension → the one value that is wanted. */
  where: Readonly<Record<string, string>>;
};
