import path from 'node:path';
import type { Observation } from '../core/observation';
import { type Line, readCsv } from './read-csv';
import { Refusal } from './refusal';

const GAPS = new Set(['', ':', '..', 'NA', 'N/A', 'n/a', 'NaN', 'null']);
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

type Parsed = { kind: 'value'; value: number | null } | { kind: 'wrong'; text: string };

const parseFigure = (text: string): Parsed => {
  if (GAPS.has(text)) return { kind: 'value', value: null };
  return NUMBER.test(text) ? { kind: 'value', value: Number(text) } : { kind: 'wrong', text };
};

export type Data = {
  observations: Observation[];
  units: string[];
  /** False where the data have no year: figures then stand in the year 0. */
  hasYears: boolean;
};

/**
 * Reads figures: long (`unit,year,indicator,value[,flag]`) or wide (a row per unit, `unit`, maybe
 * `year`, then a column per indicator). A gap is empty, `:`, `..` or NA. Every wrong line is
 * named; one refuses the file.
 * @param year the year of figures whose file has none
 */
export const readData = (file: string, { year }: { year: number | undefined }): Data => {
  const { columns, lines } = readCsv(file);
  const name = path.basename(file);
  const unitColumn = columns[0];
  if (unitColumn === undefined) throw new Refusal([`${name}: is empty`]);
  const isLong = columns.includes('indicator') && columns.includes('value');
  const hasYear = columns.includes('year');
  const problems: string[] = [];
  const observations: Observation[] = [];
  const seen = new Set<string>();
  const known = new Set(['unit', 'year', 'indicator', 'value', 'flag']);
  const unknown = isLong ? columns.find((column) => !known.has(column)) : undefined;
  if (isLong && !columns.includes('unit')) throw new Refusal([`${name}: has no column "unit"`]);
  if (unknown !== undefined) throw new Refusal([`${name}: knows no column "${unknown}"`]);
  const indicators = isLong
    ? []
    : columns.filter((column) => column !== unitColumn && column !== 'year');

  const take = ({ line }: Line, cell: Omit<Observation, 'value'>, text: string) => {
    const parsed = parseFigure(text);
    const key = JSON.stringify([cell.unit, cell.year, cell.indicator]);
    if (seen.has(key)) {
      problems.push(`${name}:${line}: the cell (${cell.unit}, ${cell.indicator}) stands twice`);
    }
    seen.add(key);
    if (parsed.kind === 'wrong') {
      problems.push(`${name}:${line}: ${cell.indicator} is no number: "${parsed.text}"`);
    } else observations.push({ ...cell, value: parsed.value });
  };
  for (const row of lines) {
    const { record, line } = row;
    const unit = record[isLong ? 'unit' : unitColumn] ?? '';
    const at = hasYear ? Number(record.year) : (year ?? 0);
    if (unit === '') problems.push(`${name}:${line}: has no unit`);
    if (!Number.isInteger(at)) problems.push(`${name}:${line}: "${record.year}" is no year`);
    else if (isLong) {
      const { indicator = '', value = '', flag = '' } = record;
      take(row, { unit, year: at, indicator, flag }, value);
    } else {
      for (const indicator of indicators) {
        take(row, { unit, year: at, indicator }, record[indicator] ?? '');
      }
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  const units = [...new Set(observations.map(({ unit }) => unit))];
  return { observations, units, hasYears: hasYear || year !== undefined };
};
