import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from './refusal';

export type Line = { line: number; record: Record<string, string> };

const unreadable = (file: string, error: unknown): Refusal => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new Refusal([`${file}: cannot be read (${code})`]);
};

/** A file's text; a file that cannot be read is refused by name. */
export const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
};

/**
 * Hands on the lines of a CSV with a header one by one, so that the file need not fit in memory; a
 * line that does not fit the header is refused by number.
 * @param open is told the columns before any line, and gives what takes the lines
 */
export const readCsv = async (
  file: string,
  open: (columns: string[]) => (line: Line) => void,
): Promise<void> => {
  let take: ((line: Line) => void) | undefined;
  const stream = createReadStream(file);
  const parser = stream.pipe(
    parse({
      columns: (header: string[]) => {
        const columns = header.map((name) => name.trim());
        take = open(columns);
        return columns;
      },
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  stream.on('error', (error) => parser.destroy(unreadable(file, error)));
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      take?.({ line: info.lines, record });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal([`${path.basename(file)}: ${error.message}`]);
  } finally {
    stream.destroy();
  }
  if (!take) open([]);
};
