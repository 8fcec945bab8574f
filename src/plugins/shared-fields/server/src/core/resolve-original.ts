/** One row of a document, as far as every decision needs it. */
export type Row = {
  id: number;
  documentId: string;
  locale: string;
  /** `published` too where the type has no drafts. */
  status: 'draft' | 'published';
  originalLocale: string | null;
};

/**
 * The locale on whose row the shared fields are edited. It is the stored one as long as a row
 * of it exists; otherwise (rows from before this plugin, a locale deleted from below) the
 * default locale's, else the first by code.
 * @returns undefined when there are no rows
 */
export const resolveOriginal = ({
  rows,
  defaultLocale,
}: {
  rows: Pick<Row, 'locale' | 'originalLocale'>[];
  defaultLocale: string;
}): string | undefined => {
  const locales = new Set(rows.map(({ locale }) => locale));
  const stored = rows.find(
    ({ originalLocale }) => originalLocale !== null && locales.has(originalLocale),
  )?.originalLocale;
  if (stored) return stored;
  return locales.has(defaultLocale) ? defaultLocale : [...locales].sort()[0];
};
