import type { Core } from '@strapi/strapi';
import type { ImportReport } from '../../../shared/contracts';
import { getService } from '../get-service';
import { openReport } from '../import/report-file';
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

/** Wrong lines that are said; the report has more of them. */
const MOST_SAID = 200;

/**
 * `import`: loads a file of figures into the database, whole or not at all.
 * @throws Refusal naming the wrong lines
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
  let report: ImportReport | undefined;
  try {
    report = await getService(strapi, 'imports').load({
      file,
      series,
      dryRun,
      ...(vintage === undefined ? {} : { vintage }),
      ...(lines
        ? { onLine: ({ line, figure, outcome }) => lines.figure(line, figure, outcome) }
        : {}),
    });
    if (report.wrong === 0) {
      print(describe(report, dryRun));
      // Editions that the figures belong to are made before the process ends.
      await getService(strapi, 'recompute').drain();
      return;
    }
    const said = report.errors.slice(0, MOST_SAID);
    const more = report.wrong - said.length;
    throw new Refusal([
      ...said.map(({ line, message }) => `${file}:${line}: ${message}`),
      ...(more > 0 ? [`and ${more} more lines`] : []),
      'Nothing of this file was loaded.',
    ]);
  } finally {
    await lines?.end(report);
    await strapi.destroy();
  }
};
