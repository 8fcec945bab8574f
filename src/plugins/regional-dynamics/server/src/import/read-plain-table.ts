import { YEARS } from '../core/observation';
import { type FigureLine, type Series, type TableRow, UnreadableFile } from './figure-line';
import { parseFigure } from './parse-figure';
import { parseYear } from './parse-year';

const LONG = ['unit', 'year', 'indicator', 'value', 'flag', 'standard_error'];

type Place = { unit: string; year: number; indicator: string };

const readCell = (
  line: number,
  place: Place,
  { text, flag = '', error = '' }: { text: string; flag?: string; error?: string },
): FigureLine => {
  const parsed = parseFigure(text, flag);
  const spread = parseFigure(error);
  if (parsed.kind === 'wrong') {
    return { kind: 'wrong', line, message: `${place.indicator} ${parsed.message}` };
  }
  if (spread.kind === 'wrong' || (spread.value ?? 0) < 0) {
    return { kind: 'wrong', line, message: `standard_error is no number from 0: "${error}"` };
  }
  const { value } = parsed;
  return {
    kind: 'figure',
    line,
    figure: { ...place, value, flag, standardError: spread.value },
  };
};

/**
 * A table of our own: long (`unit,year,indicator,value[,flag][,standard_error]`), or wide (`unit`,
 * `year`, then a column per indicator).
 */
export async function* readPlainTable(
  header: readonly string[],
  rows: AsyncIterable<TableRow>,
  { indicator: only }: Series,
): AsyncGenerator<FigureLine> {
  const at = (name: string) => header.indexOf(name);
  const isLong = at('value') >= 0;
  if (at('unit') < 0 || at('year') < 0) throw new UnreadableFile('needs the columns unit and year');
  const unknown = isLong ? header.find((name) => !LONG.includes(name)) : undefined;
  if (unknown !== undefined) throw new UnreadableFile(`knows no column "${unknown}"`);
  if (isLong && at('indicator') < 0 && only === undefined) {
    throw new UnreadableFile('has no column "indicator": say which one it is');
  }
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined) throw new UnreadableFile(`has the column "${repeated}" twice`);
  const columns = header.filter((name) => name !== 'unit' && name !== 'year');
  for await (const { line, cells } of rows) {
    const cell = (name: string) => cells[at(name)]?.trim() ?? '';
    const unit = cell('unit');
    const year = parseYear(cell('year'));
    if (cells.length !== header.length) {
      const message = `has ${cells.length} columns, not ${header.length}`;
      yield { kind: 'wrong', line, message };
    } else if (year === null) {
      yield {
        kind: 'wrong',
        line,
        message: `year must be from ${YEARS.min} to ${YEARS.max}, not "${cell('year')}"`,
      };
    } else if (isLong) {
      const indicator = only ?? cell('indicator');
      const given = { text: cell('value'), flag: cell('flag'), error: cell('standard_error') };
      yield readCell(line, { unit, year, indicator }, given);
    } else {
      for (const indicator of columns) {
        yield readCell(line, { unit, year, indicator }, { text: cell(indicator) });
      }
    }
  }
}
