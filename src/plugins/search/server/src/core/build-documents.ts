import type { Entry, Projection, SearchDocument, SearchType } from '../../../shared/contracts';
import { contentHash } from './content-hash';
import { foldedWords } from './fold-letters';
import { searchId } from './search-id';
import { stripMarkdown } from './strip-markdown';

/** One published row of an entry. `locale` is null where the type has no i18n. */
export type Row = { id: number; locale: string | null; updatedAt: number; entry: Entry };

/** For one entry: its document in each locale's index, or null where it must not be. */
export type LocaleDocuments = Map<string, SearchDocument | null>;

/** Which rows a document was made from, and when they were changed. */
export const stampOf = (rows: readonly Row[]): string =>
  contentHash(rows.map(({ id, locale, updatedAt }) => [locale ?? '', id, updatedAt]).sort());

/** The row that stands in where a translation is missing: the original's, else the default locale's, else the first. */
const fallbackRow = ({
  rows,
  locales,
  defaultLocale,
  originalLocale,
}: {
  rows: readonly Row[];
  locales: readonly string[];
  defaultLocale: string;
  originalLocale: string | undefined;
}): Row | undefined => {
  const original = originalLocale ? rows[0]?.entry[originalLocale] : undefined;
  const order = [original, defaultLocale, ...locales];
  for (const locale of order) {
    const row = rows.find((candidate) => candidate.locale === locale);
    if (row) return row;
  }
  return undefined;
};

const toDocument = ({
  type,
  documentId,
  locale,
  isFallback,
  stamp,
  projection,
  attributes,
}: {
  type: string;
  documentId: string;
  locale: string;
  isFallback: boolean;
  stamp: string;
  projection: Projection;
  attributes: readonly string[];
}): SearchDocument => {
  const title = projection.title.normalize('NFC');
  const summary = projection.summary ? stripMarkdown(projection.summary.normalize('NFC')) : null;
  const names = [...new Set((projection.names ?? []).map((name) => name.normalize('NFC')))];
  const text = (projection.texts ?? [])
    .map((markdown) => stripMarkdown(markdown.normalize('NFC')))
    .filter((part) => part !== '')
    .join('\n\n');
  const declared = Object.fromEntries(
    attributes.map((attribute) => [attribute, projection.attributes?.[attribute] ?? null]),
  );
  const content = {
    ...declared,
    id: searchId({ type, documentId }),
    type,
    documentId,
    locale,
    isFallback,
    access: projection.access ?? 'public',
    title,
    summary,
    slug: projection.slug ?? null,
    reference: projection.reference ?? null,
    url: projection.url ?? null,
    names,
    text,
    folded: foldedWords([title, ...names, summary ?? '', text]),
    ...(projection.geo ? { _geo: projection.geo } : {}),
  };
  return { ...content, stamp, hash: contentHash(content) };
};

/** The attributes that a declaration lets into documents beside the common ones. */
const declaredAttributes = (type: SearchType): string[] => [
  ...new Set([...(type.filterable ?? []), ...(type.sortable ?? []), ...(type.facets ?? [])]),
];

/**
 * Projects the published rows of one entry to its documents, one per locale.
 * An entry without a published translation stands in with its original language, `isFallback: true`.
 * @throws whatever the declaration's projection throws
 */
export const buildDocuments = ({
  type,
  documentId,
  rows,
  locales,
  defaultLocale,
}: {
  type: SearchType;
  documentId: string;
  rows: readonly Row[];
  locales: readonly string[];
  defaultLocale: string;
}): LocaleDocuments => {
  const stamp = stampOf(rows);
  const shared = rows.find((row) => row.locale === null);
  const fallback = fallbackRow({
    rows,
    locales,
    defaultLocale,
    originalLocale: type.originalLocale,
  });
  const attributes = declaredAttributes(type);
  return new Map(
    locales.map((locale) => {
      const own = rows.find((row) => row.locale === locale);
      const row = own ?? shared ?? fallback;
      const projection = row ? type.project({ entry: row.entry, locale }) : null;
      if (!row || !projection) return [locale, null];
      return [
        locale,
        toDocument({
          type: type.type,
          documentId,
          locale: row.locale ?? locale,
          isFallback: row === fallback && row !== own,
          stamp,
          projection,
          attributes,
        }),
      ];
    }),
  );
};
