import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from './refusal';

export type Line = { line: number; record: Record<string, string> };

/** A file's text; a file that cannot be read is refused by name. */
export const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal([`${file}: cannot be read (${code})`]);
  }
};

/** The lines of a CSV with a header; a line that does not fit the header is refused by number. */
export const readCsv = (file: string): { columns: string[]; lines: Line[] } => {
  const text = readText(file);
  try {
    let columns: string[] = [];
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      columns: (header: string[]) => {
        columns = header.map((name) => name.trim());
        return columns;
      },
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    return { columns, lines: rows.map(({ record, info }) => ({ line: info.lines, record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal([`${path.basename(file)}: ${error.message}`]);
  }
};
