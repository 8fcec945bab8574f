import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { ImportReport } from '../../../shared/contracts';
import { stringify } from '../../../shared/stringify-csv';
import { getService } from '../get-service';
import { Refusal } from './refusal';

/** Opens the application's database. */
export type Boot = () => Promise<Core.Strapi>;

export type ImportOptions = {
  file: string | undefined;
  indicator: string | undefined;
  /** `dimension=value`, as often as there are dimensions to pin. */
  where: readonly string[];
  vintage: string | undefined;
  /** A CSV with what became of every line. */
  report: string | undefined;
  dryRun: boolean;
};

const readWhere = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    given.map((text) => {
      const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (name === undefined || value === undefined) {
        throw new Refusal([`--where: must be dimension=value, not "${text}"`]);
      }
      return [name, value];
    }),
  );

const describe = (report: ImportReport, dryRun: boolean): string => {
  const { created, updated, unchanged, skipped, vintage } = report;
  const others = skipped === 0 ? '' : `, ${skipped} lines of other series`;
  return dryRun
    ? `${created} figures would be created, ${updated} updated, ${unchanged} unchanged${others} (vintage ${vintage}); nothing was written.`
    : `${created} figures created, ${updated} updated, ${unchanged} unchanged${others} (vintage ${vintage}).`;
};

/** What became of each line, as CSV. */
const openReport = (file: string) => {
  const stream = createWriteStream(file);
  stream.write(stringify([['line', 'unit', 'year', 'indicator', 'value', 'flag', 'outcome']]));
  return {
    write: (row: (string | number | null)[]) => stream.write(stringify([row])),
    end: async () => {
      stream.end();
      await finished(stream);
    },
  };
};

/**
 * `import`: loads a file of figures into the database, whole or not at all.
 * @throws Refusal naming every wrong line
 */
export const importCommand = async (
  options: ImportOptions,
  { boot, print }: { boot: Boot; print: (text: string) => void },
): Promise<void> => {
  const { file, indicator, vintage, dryRun } = options;
  if (file === undefined) throw new Refusal(['import: the file is missing']);
  const series = { indicator, where: readWhere(options.where) };
  const strapi = await boot();
  const lines = options.report === undefined ? undefined : openReport(options.report);
  try {
    const report = await getService(strapi, 'imports').load({
      file,
      series,
      dryRun,
      ...(vintage === undefined ? {} : { vintage }),
      ...(lines
        ? {
            onLine: ({ line, figure, outcome }) => {
              const { unit, year, indicator: code, value, flag } = figure;
              lines.write([line, unit, year, code, value, flag ?? null, outcome]);
            },
          }
        : {}),
    });
    if (report.wrong === 0) {
      print(describe(report, dryRun));
      // Editions that the figures belong to are made before the process ends.
      await getService(strapi, 'recompute').drain();
      return;
    }
    for (const { line, message } of report.errors) {
      lines?.write([line, null, null, null, null, null, `wrong: ${message}`]);
    }
    const more = report.wrong - report.errors.length;
    throw new Refusal([
      ...report.errors.map(({ line, message }) => `${file}:${line}: ${message}`),
      ...(more > 0 ? [`and ${more} more lines`] : []),
      'Nothing of this file was loaded.',
    ]);
  } finally {
    await lines?.end();
    await strapi.destroy();
  }
};
