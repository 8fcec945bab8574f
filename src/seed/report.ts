import type { SeedProblem } from './types';

/**
 * What happened to a file.
 * - `created`, `updated`, `unchanged`: the entry says what the file says.
 * - `kept`: the file is new or changed, but an editor has changed, made or deleted the entry: not touched.
 * - `refused`: nothing of the file was loaded, for these errors.
 * - `rows`: a plugin loaded a file of its own format.
 */
export type SeedFileReport = { file: string; errors: readonly SeedProblem[] } & (
  | { outcome: 'created' | 'updated' | 'unchanged' | 'refused' }
  | { outcome: 'kept'; reason: string }
  | { outcome: 'rows'; created: number; updated: number; unchanged: number }
);

export type SeedReport = {
  files: readonly SeedFileReport[];
  /** Files per outcome. */
  counts: Record<SeedFileReport['outcome'], number>;
  /** False when a file was refused. */
  ok: boolean;
};

/** The report in words: a line per error and per file that was kept, then a line of counts. */
export const describeReport = ({ files, counts }: SeedReport): string =>
  [
    ...files.flatMap(({ file, errors }) =>
      errors.map(({ line, message }) => `refused  ${file}:${line}  ${message}`),
    ),
    ...files.flatMap((item) =>
      item.outcome === 'kept' ? [`kept     ${item.file}  ${item.reason}`] : [],
    ),
    ...files.flatMap((item) =>
      item.outcome === 'rows'
        ? [
            `rows     ${item.file}  ${item.created} created, ${item.updated} updated, ${item.unchanged} unchanged`,
          ]
        : [],
    ),
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ') || 'no seed files',
  ].join('\n');
