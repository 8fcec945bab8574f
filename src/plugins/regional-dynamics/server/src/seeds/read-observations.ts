import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Observation, YEARS } from '../core/observation';
import { parseYear } from '../import/parse-year';
import type { FileError, Read } from './read-json';

const HEADER = ['unit', 'year', 'indicator', 'value', 'flag'];

const line = z.strictObject({
  unit: z.string().regex(/^[A-Z0-9][A-Za-z0-9_.-]{0,79}$/, 'must be the code of a unit'),
  year: z
    .string()
    .refine((text) => parseYear(text) !== null, `must be a year from ${YEARS.min} to ${YEARS.max}`)
    .transform(Number),
  indicator: z.string(),
  value: z
    .string()
    .regex(/^(-?\d+(\.\d+)?([eE][+-]?\d+)?)?$/, 'must be a number with a point, or empty')
    .transform((text) => (text === '' ? null : Number(text))),
  flag: z.string().max(60).default(''),
});

/**
 * Reads a long CSV of figures, `unit,year,indicator,value[,flag]`. Each line that is wrong is
 * named; one wrong line refuses the file. An empty value is a gap that the source shows.
 * @param known codes of the indicators there are
 */
export const readObservations = (text: string, known: ReadonlySet<string>): Read<Observation[]> => {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at: unknown = 'lines' in error ? error.lines : undefined;
    return {
      kind: 'refused',
      errors: [{ ...(typeof at === 'number' ? { line: at } : {}), message: error.message }],
    };
  }
  const header = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0];
  if (header !== HEADER.join(',') && header !== HEADER.slice(0, 4).join(',')) {
    return { kind: 'refused', errors: [{ line: 1, message: `must be ${HEADER.join(',')}` }] };
  }
  const errors: FileError[] = [];
  const observations: Observation[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of records) {
    const refuse = (message: string) => errors.push({ line: info.lines, message });
    const parsed = line.safeParse(record);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) refuse(`${path.join('.')}: ${message}`);
      continue;
    }
    const { unit, year, indicator } = parsed.data;
    if (!known.has(indicator)) refuse(`indicator: there is no indicator "${indicator}"`);
    const cell = `${indicator} ${unit} ${year}`;
    const first = seen.get(cell);
    if (first !== undefined)
      refuse(`the cell (${unit}, ${year}, ${indicator}) is on line ${first} already`);
    seen.set(cell, first ?? info.lines);
    observations.push(parsed.data);
  }
  return errors.length > 0 ? { kind: 'refused', errors } : { kind: 'read', value: observations };
};
