import path from 'node:path';
import { type Figures, figurePacker } from '../core/figures';
import { type Observation, YEARS } from '../core/observation';
import { parseYear } from '../import/parse-year';
import { readCsv } from './read-csv';
import { Refusal } from './refusal';

const GAPS = new Set(['', ':', '..', 'NA', 'N/A', 'n/a', 'NaN', 'null']);
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

type Parsed = { kind: 'value'; value: number | null } | { kind: 'wrong'; text: string };

const parseFigure = (text: string): Parsed => {
  if (GAPS.has(text)) return { kind: 'value', value: null };
  return NUMBER.test(text) ? { kind: 'value', value: Number(text) } : { kind: 'wrong', text };
};

export type Data = {
  figures: Figures;
  /** False where the data have no year: figures then stand in the year 0. */
  hasYears: boolean;
};

type Problem = { line: number; text: string };

/** Places of the figures whose cell an earlier one has taken. */
const repeatedIn = ({ unit, indicator, year, units, indicators }: Figures): number[] => {
  const first = year.reduce((least, one) => Math.min(least, one), 0);
  const years = year.reduce((most, one) => Math.max(most, one), 0) - first + 1;
  const keys = Float64Array.from(
    unit,
    (place, k) =>
      (place * indicators.length + (indicator[k] ?? 0)) * years + (year[k] ?? 0) - first,
  );
  const sorted = keys.slice().sort();
  const taken = new Map<number, boolean>();
  for (let k = 1; k < sorted.length; k++) {
    const key = sorted[k] ?? 0;
    if (key === sorted[k - 1]) taken.set(key, false);
  }
  const places: number[] = [];
  if (taken.size === 0 || units.length === 0) return places;
  for (const [place, key] of keys.entries()) {
    const isTaken = taken.get(key);
    if (isTaken) places.push(place);
    else if (isTaken === false) taken.set(key, true);
  }
  return places;
};

/** How the lines of a file are read whose columns these are. */
const shapeOf = (name: string, columns: readonly string[]) => {
  const unitColumn = columns.includes('unit') ? 'unit' : columns[0];
  if (unitColumn === undefined) throw new Refusal([`${name}: is empty`]);
  const isLong = columns.includes('indicator') && columns.includes('value');
  const known = new Set(['unit', 'year', 'indicator', 'value', 'flag', 'standard_error']);
  const unknown = isLong ? columns.find((column) => !known.has(column)) : undefined;
  if (isLong && !columns.includes('unit')) throw new Refusal([`${name}: has no column "unit"`]);
  if (unknown !== undefined) throw new Refusal([`${name}: knows no column "${unknown}"`]);
  return {
    isLong,
    unitColumn,
    hasYear: columns.includes('year'),
    indicators: isLong
      ? []
      : columns.filter((column) => column !== unitColumn && column !== 'year'),
  };
};

/**
 * Reads figures: long (`unit,year,indicator,value[,flag]`) or wide (a row per unit, `unit`, maybe
 * `year`, then a column per indicator). A gap is empty, `:`, `..` or NA. Every wrong line is
 * named; one refuses the file. The file is read line by line, and its figures are kept packed.
 * @param year the year of figures whose file has none
 * @param codes what the recipe asks for: other columns of a wide table may hold anything
 */
export const readData = async (
  file: string,
  { year, codes }: { year: number | undefined; codes: readonly string[] },
): Promise<Data> => {
  const name = path.basename(file);
  const problems: Problem[] = [];
  const packer = figurePacker();
  /** Of each figure. */
  const lineOf: number[] = [];
  let hasYear = false;
  const wanted = new Set(codes);

  await readCsv(file, (columns) => {
    const { isLong, unitColumn, indicators, ...shape } = shapeOf(name, columns);
    hasYear = shape.hasYear;
    return ({ line, record }) => {
      const refuse = (text: string) => problems.push({ line, text });
      const take = (cell: Omit<Observation, 'value'>, text: string) => {
        const parsed = parseFigure(text);
        if (parsed.kind === 'wrong') refuse(`${cell.indicator} is no number: "${parsed.text}"`);
        packer.add({ ...cell, value: parsed.kind === 'wrong' ? null : parsed.value });
        lineOf.push(line);
      };
      const unit = record[unitColumn] ?? '';
      const at = hasYear ? parseYear(record.year) : (year ?? 0);
      if (unit === '') refuse('has no unit');
      if (at === null)
        refuse(`year must be from ${YEARS.min} to ${YEARS.max}, not "${record.year}"`);
      else if (isLong) {
        const { indicator = '', value = '', flag = '', standard_error: given = '' } = record;
        const error = parseFigure(given);
        if (error.kind === 'wrong' || (error.value ?? 0) < 0) {
          refuse(`standard_error is no number from 0: "${given}"`);
        } else take({ unit, year: at, indicator, flag, standardError: error.value }, value);
      } else {
        for (const indicator of indicators) {
          // What the recipe does not ask for is only counted, for the notice that says so.
          const text = wanted.has(indicator) ? (record[indicator] ?? '') : '';
          take({ unit, year: at, indicator }, text);
        }
      }
    };
  });
  const figures = packer.pack();
  for (const place of repeatedIn(figures)) {
    const unit = figures.units[figures.unit[place] ?? 0];
    const indicator = figures.indicators[figures.indicator[place] ?? 0];
    problems.push({
      line: lineOf[place] ?? 0,
      text: `the cell (${unit}, ${indicator}) stands twice`,
    });
  }
  if (problems.length > 0) {
    problems.sort((a, b) => a.line - b.line);
    throw new Refusal(problems.map(({ line, text }) => `${name}:${line}: ${text}`));
  }
  return { figures, hasYears: hasYear || year !== undefined };
};
