import path from 'node:path';
import { type TableRow, UnreadableFile } from './figure-line';
import { describeEurostatTsv, isEurostatTsv } from './read-eurostat-tsv';
import type { NamedFile } from './read-figures-file';
import { describeJsonStat } from './read-json-stat';
import { readSeparated, readWorkbook } from './read-rows';
import { describeSdmxCsv, isSdmxCsv } from './read-sdmx-csv';

/** A dimension of a file, with the values it takes there; `hasMore` where not all are listed. */
type FileDimension = { name: string; values: string[]; hasMore: boolean };

export type FileShape = {
  format: 'long' | 'wide' | 'sdmx-csv' | 'eurostat-tsv' | 'json-stat';
  /** Whether the file says of each figure which indicator it is of. */
  namesIndicator: boolean;
  dimensions: FileDimension[];
};

/** Values of a dimension that are listed for a choice. */
const MOST_VALUES = 200;

type Described = { dimensions: string[]; valuesOf: (cells: readonly string[]) => string[] };

const collect = async (
  rows: AsyncIterable<TableRow>,
  { dimensions, valuesOf }: Described,
): Promise<FileDimension[]> => {
  const seen = dimensions.map(() => new Set<string>());
  for await (const { cells } of rows) {
    valuesOf(cells).forEach((value, index) => {
      const set = seen[index];
      if (set && set.size <= MOST_VALUES) set.add(value);
    });
  }
  return dimensions.map((name, index) => {
    const values = [...(seen[index] ?? [])].sort();
    return { name, values: values.slice(0, MOST_VALUES), hasMore: values.length > MOST_VALUES };
  });
};

const inspectTable = async (rows: AsyncGenerator<TableRow>): Promise<FileShape> => {
  const { value: first } = await rows.next();
  const header = (first as TableRow | undefined)?.cells.map((cell) => cell.trim()) ?? [];
  if (header.length === 0) throw new UnreadableFile('is empty');
  const isTsv = isEurostatTsv(header);
  if (isTsv || isSdmxCsv(header)) {
    const described = isTsv ? describeEurostatTsv(header) : describeSdmxCsv(header);
    const dimensions = await collect(rows, described);
    const namesIndicator = dimensions.some(({ name }) => /^indicator$/i.test(name));
    return { format: isTsv ? 'eurostat-tsv' : 'sdmx-csv', namesIndicator, dimensions };
  }
  await rows.return(undefined);
  const isLong = header.includes('value');
  return {
    format: isLong ? 'long' : 'wide',
    namesIndicator: !isLong || header.includes('indicator'),
    dimensions: [],
  };
};

/**
 * Says what a file is and which series it holds, without judging its figures.
 * @throws UnreadableFile for what is none of the known formats
 */
export const inspectFile = async ({ file, name }: NamedFile): Promise<FileShape> => {
  switch (path.extname(name).toLowerCase()) {
    case '.csv':
      return inspectTable(readSeparated(file, ','));
    case '.tsv':
      return inspectTable(readSeparated(file, '\t'));
    case '.xlsx':
      return inspectTable(readWorkbook(file));
    case '.json': {
      const dimensions = (await describeJsonStat(file)).map(({ name: dimension, values }) => ({
        name: dimension,
        values: values.slice(0, MOST_VALUES),
        hasMore: values.length > MOST_VALUES,
      }));
      const namesIndicator = dimensions.some((dimension) => /^indicator$/i.test(dimension.name));
      return { format: 'json-stat', namesIndicator, dimensions };
    }
    default:
      throw new UnreadableFile('must end in .csv, .tsv, .xlsx or .json');
  }
};
