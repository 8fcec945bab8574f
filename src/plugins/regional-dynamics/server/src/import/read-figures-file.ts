import path from 'node:path';
import { type Observation, YEARS } from '../core/observation';
import { type FigureLine, type Series, type TableRow, UnreadableFile } from './figure-line';
import { isEurostatTsv, readEurostatTsv } from './read-eurostat-tsv';
import { readJsonStat } from './read-json-stat';
import { readPlainTable } from './read-plain-table';
import { readSeparated, readWorkbook } from './read-rows';
import { isSdmxCsv, readSdmxCsv } from './read-sdmx-csv';

/** Where a file is, and what it is called: its ending tells the format. */
export type NamedFile = { file: string; name: string };

export type FiguresFile = NamedFile & { series: Series };

const tableOf = ({ file, name }: FiguresFile): AsyncGenerator<TableRow> | null => {
  switch (path.extname(name).toLowerCase()) {
    case '.csv':
      return readSeparated(file, ',');
    case '.tsv':
      return readSeparated(file, '\t');
    case '.xlsx':
      return readWorkbook(file);
    default:
      return null;
  }
};

async function* readTable(
  rows: AsyncGenerator<TableRow>,
  series: Series,
): AsyncGenerator<FigureLine> {
  const { value: first } = await rows.next();
  const header = (first as TableRow | undefined)?.cells.map((cell) => cell.trim()) ?? [];
  if (header.length === 0) throw new UnreadableFile('is empty');
  if (isEurostatTsv(header)) yield* readEurostatTsv(header, rows, series);
  else if (isSdmxCsv(header)) yield* readSdmxCsv(header, rows, series);
  else yield* readPlainTable(header, rows, series);
}

/** What is wrong with a figure wherever it comes from, or null. */
const problemOf = (figure: Observation, known: ReadonlySet<string>): string | null => {
  const { unit, year, indicator, flag } = figure;
  if (!/^[A-Z0-9][A-Za-z0-9_.-]{0,79}$/.test(unit)) return `unit must be a code, not "${unit}"`;
  if (year < YEARS.min || year > YEARS.max)
    return `year must be from ${YEARS.min} to ${YEARS.max}, not ${year}`;
  if (!known.has(indicator)) return `there is no indicator "${indicator}"`;
  if ((flag ?? '').length > 60) return 'flag must have at most 60 characters';
  return null;
};

/** Remembers cells as numbers: of millions of them a text each would not fit in memory. */
const cellMemory = () => {
  const places = [new Map<string, number>(), new Map<string, number>()] as const;
  const place = (list: Map<string, number>, text: string) => {
    const known = list.get(text) ?? list.size;
    list.set(text, known);
    return known;
  };
  const lines = new Map<number, number>();
  /** The line on which the cell stands already, or undefined. */
  return ({ unit, year, indicator }: Observation, line: number): number | undefined => {
    const key =
      (place(places[0], unit) * 10_000 + place(places[1], indicator)) * 1000 + (year - 1900);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    return first;
  };
};

/**
 * Reads figures from CSV (long or wide), XLSX, Eurostat's SDMX-CSV and TSV, and JSON-stat 2.0,
 * line by line. Whatever is wrong is said of its line; so is a cell that stands twice.
 * @param known codes of the indicators there are
 * @throws UnreadableFile for what is none of these
 */
export async function* readFiguresFile(
  given: FiguresFile,
  known: ReadonlySet<string>,
): AsyncGenerator<FigureLine> {
  const table = tableOf(given);
  const isJson = /\.json$/i.test(given.name);
  if (!table && !isJson) throw new UnreadableFile('must end in .csv, .tsv, .xlsx or .json');
  const lines = table ? readTable(table, given.series) : readJsonStat(given.file, given.series);
  const firstLineOf = cellMemory();
  for await (const found of lines) {
    if (found.kind !== 'figure') {
      yield found;
      continue;
    }
    const { line, figure } = found;
    const first = firstLineOf(figure, line);
    const twice =
      first === undefined
        ? null
        : `the cell (${figure.unit}, ${figure.year}, ${figure.indicator}) is on line ${first} already`;
    const message = problemOf(figure, known) ?? twice;
    yield message === null ? found : { kind: 'wrong', line, message };
  }
}
