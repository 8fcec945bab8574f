import type { Core } from '@strapi/strapi';
import type { ImportReport } from '../../../shared/contracts';
import { INDICATOR } from '../constants';
import type { Observation } from '../core/observation';
import { type Series, UnreadableFile } from '../import/figure-line';
import { readInThread } from '../import/read-in-thread';
import { compareFigures, type FigureOutcome, loadFigures } from '../store/load-figures';

type Placed = Observation & { line: number };

type ImportOrder = {
  file: string;
  /** What the file is called, where that is not its path; its ending tells the format. */
  name?: string;
  series?: Series;
  /** Of the vintages of a cell the greatest counts; importing the same vintage again corrects it. */
  vintage?: string;
  /** Only reads and compares: what is wrong is found, nothing is written. */
  dryRun?: boolean;
  /** Ends the import; nothing of it stays. */
  signal?: AbortSignal;
  onProgress?: (figures: number) => void;
  /** Told of every figure once it is staged, or compared. */
  onLine?: (line: { line: number; figure: Observation; outcome: FigureOutcome }) => void;
};

/** More are counted, but not kept: a file of the wrong kind is wrong on every line. */
const MOST_ERRORS = 10_000;

/** Ends the staging of a file that has a wrong line; the report says which. */
class BadLines extends Error {}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Imports the figures of a file: all of them, or none where a line is wrong, which is then
   * named. The same file again changes nothing.
   * @throws the signal's reason, when it is cancelled
   */
  async load(order: ImportOrder): Promise<ImportReport> {
    const { file, name = file, series = { where: {} }, vintage = 'undated' } = order;
    const { signal } = order;
    const rows: { code: string }[] = await strapi.db
      .query(INDICATOR)
      .findMany({ select: ['code'] });
    const known = new Set(rows.map(({ code }) => code));
    const report: ImportReport = {
      file: name,
      vintage,
      created: 0,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      wrong: 0,
      errors: [],
    };
    const refuse = (line: number, message: string) => {
      report.wrong++;
      if (report.errors.length < MOST_ERRORS) report.errors.push({ line, message });
    };
    async function* figures(): AsyncGenerator<Placed> {
      const reading = readInThread({ file, name, series }, { known, signal });
      for await (const { lines, skipped } of reading) {
        report.skipped += skipped;
        for (const found of lines) {
          signal?.throwIfAborted();
          if (found.kind === 'wrong') refuse(found.line, found.message);
          // After a wrong line the rest is only read, so that every wrong line is named.
          else if (report.wrong === 0) yield { ...found.figure, line: found.line };
        }
      }
      if (report.wrong > 0) throw new BadLines();
    }
    try {
      const { onProgress, onLine, dryRun } = order;
      const onFigure = onLine
        ? (figure: Placed, outcome: FigureOutcome) => onLine({ line: figure.line, figure, outcome })
        : undefined;
      const given = { vintage, figures: figures(), onFigure };
      const counts = dryRun
        ? await compareFigures(strapi, given)
        : await loadFigures(strapi, { ...given, file: name, onProgress });
      Object.assign(report, counts);
    } catch (error) {
      if (error instanceof UnreadableFile) refuse(error.line, error.message);
      else if (!(error instanceof BadLines)) throw error;
      Object.assign(report, { created: 0, updated: 0, unchanged: 0 });
    }
    return report;
  },
});
