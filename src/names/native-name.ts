import { uniq } from 'lodash';
import { textOf } from '../rules/readers';
import type { Row } from '../rules/violation';

/** The languages that reference types have a column for, in the order a missing name falls back. */
export const NAME_LOCALES = ['fr', 'en', 'el', 'pt', 'es', 'pl'] as const;

/** `nameFr` for `fr` and `fr-CA`. */
export const nameColumn = (locale: string): string => {
  const [language = ''] = locale.split('-');
  return `name${language.charAt(0).toUpperCase()}${language.slice(1)}`;
};

export const NAME_COLUMNS: readonly string[] = NAME_LOCALES.map(nameColumn);

/** The name in the native language, of the languages that have a column. */
const nativeName = (row: Row): string | undefined => {
  const locale = textOf(row, 'nativeLocale');
  const native = locale === undefined ? undefined : textOf(row, nameColumn(locale));
  return native;
};

/**
 * The stored `name`: the native one where it is empty, and where it was taken from a native name
 * that has changed.
 */
export const deriveName = ({
  row,
  stored,
}: {
  row: Row;
  stored: Row | null;
}): Record<string, unknown> => {
  const native = nativeName(row);
  const name = textOf(row, 'name');
  const followed = stored !== null && name !== undefined && nativeName(stored) === name;
  if (name !== undefined && !(followed && native !== undefined)) return {};
  const any = native ?? NAME_COLUMNS.map((column) => textOf(row, column)).find(Boolean);
  return any === undefined || any === name ? {} : { name: any };
};

/** The name in `locale`, else in French, else in English, else the native one, else any. */
export const nameIn = ({ row, locale }: { row: Row; locale: string }): string | undefined => {
  const [language] = locale.split('-');
  const isNative = textOf(row, 'nativeLocale')?.split('-')[0] === language;
  return (
    textOf(row, nameColumn(locale)) ??
    (isNative ? textOf(row, 'name') : undefined) ??
    textOf(row, 'nameFr') ??
    textOf(row, 'nameEn') ??
    textOf(row, 'name') ??
    NAME_COLUMNS.map((column) => textOf(row, column)).find((name) => name !== undefined)
  );
};

/**
 * The columns beside `name` that `nameIn` chooses from: `name` is never empty in a stored row.
 * @param locale of the wanted name; without one, all that any locale may need
 */
export const nameSources = (locale?: string): readonly string[] =>
  locale === undefined
    ? [...NAME_COLUMNS, 'nativeLocale']
    : uniq(
        [nameColumn(locale), 'nameFr', 'nameEn'].filter((column) => NAME_COLUMNS.includes(column)),
      ).concat('nativeLocale');
