import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { ImportReport } from '../../../shared/contracts';
import { stringify } from '../../../shared/stringify-csv';
import type { Observation } from '../core/observation';

const COLUMNS = ['line', 'unit', 'year', 'indicator', 'value', 'flag', 'outcome'];

type Cell = string | number | null;

const openTable = (file: string) => {
  const stream = createWriteStream(file);
  const write = (row: Cell[]): void => {
    stream.write(stringify([row]));
  };
  write(COLUMNS);
  return {
    write,
    end: async (): Promise<void> => {
      stream.end();
      await finished(stream);
    },
  };
};

/** What became of each line of an import, as CSV. Waits for nothing but its end. */
export const openReport = (file: string) => {
  const table = openTable(file);
  return {
    figure: (line: number, { unit, year, indicator, value, flag }: Observation, outcome: string) =>
      table.write([line, unit, year, indicator, value, flag || null, outcome]),
    /**
     * @param report of the import that has ended; undefined for one that failed or was cancelled. Of a
     *   refused file only the wrong lines are told: what was staged before the first of them is not loaded.
     */
    end: async (report: ImportReport | undefined): Promise<void> => {
      await table.end();
      if (report === undefined || report.wrong === 0) return;
      const wrong = openTable(file);
      for (const { line, message } of report.errors) {
        wrong.write([line, null, null, null, null, null, message]);
      }
      await wrong.end();
    },
  };
};
