/// <reference path="./modules.d.ts" />
import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { type TableRow, UnreadableFile } from './figure-line';

/** The parser takes what it is given in one turn: of Node's usual 64 KiB, tens of milliseconds. */
const BYTES_AT_ONCE = 8 * 1024;

/** Lines of a file of separated values, read as they are needed. */
export async function* readSeparated(
  file: string,
  delimiter: ',' | '\t',
): AsyncGenerator<TableRow> {
  const stream = createReadStream(file, { highWaterMark: BYTES_AT_ONCE });
  const parser = stream.pipe(
    parse({
      delimiter,
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      // Eurostat's TSV has no quoting; a stray quote is part of a text there.
      quote: delimiter === ',' ? '"' : null,
    }),
  );
  stream.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    throw new UnreadableFile(error.message, typeof lines === 'number' ? lines : 1);
  } finally {
    stream.destroy();
  }
}

/** Rows of the first sheet of an Excel workbook; an empty cell is an empty text. */
export async function* readWorkbook(file: string): AsyncGenerator<TableRow> {
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(file).catch((error: unknown) => {
    throw new UnreadableFile(
      `is no Excel workbook: ${error instanceof Error ? error.message : error}`,
    );
  });
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell === null)) continue;
    const cells = row.map((cell) =>
      cell instanceof Date ? cell.toISOString() : String(cell ?? ''),
    );
    yield { line: index + 1, cells };
  }
}
