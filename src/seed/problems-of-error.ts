import { errors } from '@strapi/utils';
import type { SeedEntry, SeedProblem } from './types';

type Detail = { path?: (string | number)[]; message?: string };

const isRefusedValue = (error: unknown): error is Error => {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  // SQLite's and PostgreSQL's classes of broken constraints and of values that do not fit.
  return (
    typeof code === 'string' && (code.startsWith('SQLITE_CONSTRAINT') || /^2[23].{3}$/.test(code))
  );
};

const lineOf = (entry: SeedEntry, path: readonly (string | number)[]): number => {
  const [name] = path;
  if (name === undefined) return entry.lineOf([]);
  if (name === 'reference' || name === 'originalLocale') return entry.lineOf([name]);
  if (entry.originalLocale === undefined) return entry.lineOf(['fields', ...path]);
  if (typeof name === 'string' && name in entry.shared) return entry.lineOf(['shared', ...path]);
  const locales = [entry.originalLocale, ...Object.keys(entry.locales)];
  const locale = locales.find((code) => name in (entry.locales[code] ?? {}));
  return locale === undefined
    ? entry.lineOf(['locales'])
    : entry.lineOf(['locales', locale, ...path]);
};

/**
 * The problems of a file behind an error that a rule, the Document Service or the database threw
 * for what the file says; undefined for any other error, which is not the file's fault.
 */
export const problemsOfError = (error: unknown, entry: SeedEntry): SeedProblem[] | undefined => {
  if (isRefusedValue(error)) return [{ line: 1, message: error.message }];
  if (!(error instanceof errors.ApplicationError)) return undefined;
  const details = (error.details as { errors?: Detail[] } | undefined)?.errors ?? [];
  if (details.length === 0) return [{ line: 1, message: error.message }];
  return details.map(({ path = [], message = error.message }) => {
    const field = path.join('.');
    return {
      line: lineOf(entry, path),
      message: field === '' || message.includes(field) ? message : `${field}: ${message}`,
    };
  });
};
