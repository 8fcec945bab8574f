import { type Row, resolveOriginal } from '../core/resolve-original';
import type { Session } from '../store/session';
import type { DocumentContext } from './context';

export const defaultLocale = ({ strapi }: Session): Promise<string> =>
  strapi.plugin('i18n').service('locales').getDefaultLocale();

/** The one locale that a call writes; undefined where it names several, which Strapi judges. */
export const writtenLocale = async (
  session: Session,
  { locale }: DocumentContext['params'],
): Promise<string | undefined> => {
  if (locale === undefined || locale === null || locale === '') return defaultLocale(session);
  return typeof locale === 'string' && locale !== '*' ? locale : undefined;
};

/** The original locale of a document's rows. */
export const originalOf = async (session: Session, rows: Row[]): Promise<string | undefined> => {
  const locales = new Set(rows.map(({ locale }) => locale));
  const isStored = rows.some(
    ({ originalLocale }) => originalLocale !== null && locales.has(originalLocale),
  );
  return resolveOriginal({ rows, defaultLocale: isStored ? '' : await defaultLocale(session) });
};
