import { randomUUID } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ImportReport } from '../../../shared/contracts';
import type { ImportJob, PostImportPreview, PreviewFigure } from '../../../shared/data-contracts';
import { inFrench } from '../core/in-french';
import { getService } from '../get-service';
import type { Series } from '../import/figure-line';
import { openReport } from '../import/report-file';

export type UploadedFile = { file: string; name: string };

type ImportSettings = { series: Series; vintage: string; locale: string };

type Job = ImportJob & { directory: string; controller: AbortController };

/** Figures of a preview. */
const FIRST = 50;
/** How long a report may be fetched once its import has ended. */
const KEPT_MS = 3_600_000;

const inLanguage = (report: ImportReport, locale: string): ImportReport =>
  locale === 'fr'
    ? {
        ...report,
        errors: report.errors.map(({ line, message }) => ({ line, message: inFrench(message) })),
      }
    : report;

/** Imports that the panel starts: one at a time, in the background, with progress. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const jobs = new Map<string, Job>();
  let running: Promise<void> = Promise.resolve();

  const forget = async (job: Job): Promise<void> => {
    jobs.delete(job.id);
    await rm(job.directory, { recursive: true, force: true });
  };

  const shown = ({ directory: _, controller: __, ...job }: Job): ImportJob => job;

  const find = (id: string): Job => {
    const job = jobs.get(id);
    if (!job) throw new errors.NotFoundError('There is no such import');
    return job;
  };

  const reportOf = (job: Job): string => path.join(job.directory, 'report.csv');

  const load = async (job: Job, { file, name }: UploadedFile, settings: ImportSettings) => {
    const { series, vintage, locale } = settings;
    const lines = openReport(reportOf(job));
    let report: ImportReport | undefined;
    try {
      report = inLanguage(
        await getService(strapi, 'imports').load({
          file,
          name,
          series,
          vintage,
          signal: job.controller.signal,
          onProgress: (figures) => {
            job.figures = figures;
          },
          onLine: ({ line, figure, outcome }) => lines.figure(line, figure, outcome),
        }),
        locale,
      );
    } finally {
      await lines.end(report);
    }
    job.report = report;
    job.state = report.wrong === 0 ? 'done' : 'refused';
  };

  const run = async (job: Job, upload: UploadedFile, settings: ImportSettings): Promise<void> => {
    try {
      await load(job, upload, settings);
    } catch (error) {
      if (job.controller.signal.aborted) {
        job.state = 'cancelled';
        return;
      }
      job.state = 'failed';
      job.message = error instanceof Error ? error.message : String(error);
      strapi.log.error(`The import of ${job.file} failed: ${job.message}`);
    } finally {
      await rm(upload.file, { force: true });
      setTimeout(() => {
        forget(job).catch((error: unknown) => strapi.log.error(String(error)));
      }, KEPT_MS).unref();
    }
  };

  return {
    /** Reads a file and compares it with what is there; nothing is written. */
    async preview(
      { file, name }: UploadedFile,
      { series, vintage, locale }: ImportSettings,
    ): Promise<PostImportPreview['data']> {
      const first: PreviewFigure[] = [];
      const report = await getService(strapi, 'imports').load({
        file,
        name,
        series,
        vintage,
        dryRun: true,
        onLine: ({ line, figure, outcome }) => {
          if (first.length >= FIRST) return;
          const { unit, year, indicator, value, flag } = figure;
          first.push({ line, unit, year, indicator, value, flag: flag || null, outcome });
        },
      });
      return { report: inLanguage(report, locale), first };
    },

    /**
     * Takes the file over and begins to load it.
     * @throws ApplicationError while another import runs
     */
    async start(upload: UploadedFile, settings: ImportSettings): Promise<ImportJob> {
      if ([...jobs.values()].some(({ state }) => state === 'running')) {
        throw new errors.ApplicationError('Another import is running', { kind: 'busy' });
      }
      const directory = await mkdtemp(path.join(tmpdir(), 'regional-import-'));
      const file = path.join(directory, 'figures');
      const job: Job = {
        id: randomUUID(),
        file: upload.name,
        vintage: settings.vintage,
        state: 'running',
        figures: 0,
        report: null,
        message: null,
        directory,
        controller: new AbortController(),
      };
      jobs.set(job.id, job);
      try {
        await rename(upload.file, file);
      } catch (error) {
        await forget(job);
        throw error;
      }
      running = run(job, { file, name: upload.name }, settings);
      return shown(job);
    },

    find: (id: string): ImportJob => shown(find(id)),

    /** The file of an ended import's report. @throws NotFoundError while it runs */
    report(id: string): { file: string; name: string } {
      const job = find(id);
      if (job.state !== 'done' && job.state !== 'refused') {
        throw new errors.NotFoundError('The import has no report');
      }
      return { file: reportOf(job), name: `${path.parse(job.file).name}-report.csv` };
    },

    /** Ends an import; nothing of it stays. */
    async cancel(id: string): Promise<ImportJob> {
      const job = find(id);
      if (job.state === 'running') {
        job.controller.abort();
        await running;
      }
      return shown(job);
    },

    /** Ends what is running, and removes all files. */
    async stop(): Promise<void> {
      for (const { controller } of jobs.values()) controller.abort();
      await running;
      for (const job of [...jobs.values()]) await forget(job);
    },
  };
};
