import type {
  Entry,
  Projection,
  SearchDocument,
  SearchType,
  StoredDocument,
} from '../../../shared/contracts';
import { contentHash } from './content-hash';
import { EVERY_LOCALE, entryDocument } from './entry-document';
import { foldedWords } from './fold-letters';
import { unmarked } from './safe-highlight';
import { searchId } from './search-id';
import { stripMarkdown } from './strip-markdown';

/** One published row of an entry. `locale` is null where the type has no i18n. */
export type Row = { id: number; locale: string | null; updatedAt: number; entry: Entry };

/** For one entry: its document in the index of each target, or null where it must not be. */
export type LocaleDocuments = Map<string, StoredDocument | null>;

/** Which rows a document was made from, and when they were changed. */
export const stampOf = (rows: readonly Row[]): string =>
  contentHash(rows.map(({ id, locale, updatedAt }) => [locale ?? '', id, updatedAt]).sort());

/** The locales in the order in which their rows stand in for a missing one: the original's, the default one, the rest. */
const fallbackOrder = ({
  rows,
  locales,
  defaultLocale,
  originalLocale,
}: {
  rows: readonly Row[];
  locales: readonly string[];
  defaultLocale: string;
  originalLocale: string | undefined;
}): string[] => {
  const original = originalLocale ? rows[0]?.entry[originalLocale] : undefined;
  const order = [original, defaultLocale, ...locales];
  return [...new Set(order)].flatMap((code) =>
    typeof code === 'string' && locales.includes(code) ? [code] : [],
  );
};

/** In one spelling of accents, and free for the marks of a highlight. */
const composed = (text: string): string => unmarked(text.normalize('NFC'));

const toDocument = ({
  type,
  documentId,
  locale,
  locales,
  isFallback,
  stamp,
  projection,
  attributes,
}: {
  type: string;
  documentId: string;
  locale: string;
  locales: readonly string[];
  isFallback: boolean;
  stamp: string;
  projection: Projection;
  attributes: readonly string[];
}): SearchDocument => {
  const title = composed(projection.title);
  const summary = projection.summary ? stripMarkdown(composed(projection.summary)) : null;
  const names = [...new Set((projection.names ?? []).map(composed))];
  const text = (projection.texts ?? [])
    .map((markdown) => stripMarkdown(composed(markdown)))
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
    locales,
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

/** The row that an entry has in a locale, or for all of them. */
const ownRow = ({ rows, locale }: { rows: readonly Row[]; locale: string }): Row | undefined =>
  rows.find((row) => row.locale === locale) ?? rows.find((row) => row.locale === null);

/** Makes documents of one entry from one of its rows at a time. */
const projector = ({
  type,
  documentId,
  rows,
  locales,
}: {
  type: SearchType;
  documentId: string;
  rows: readonly Row[];
  locales: readonly string[];
}) => {
  const stamp = stampOf(rows);
  const published = locales.filter((locale) => ownRow({ rows, locale }));
  const attributes = declaredAttributes(type);
  return ({ row, locale }: { row: Row; locale: string }): SearchDocument | null => {
    const projection = type.project({ entry: row.entry, locale });
    if (!projection) return null;
    return toDocument({
      type: type.type,
      documentId,
      locale: row.locale ?? locale,
      locales: published,
      isFallback: row.locale !== null && row.locale !== locale,
      stamp,
      projection,
      attributes,
    });
  };
};

/**
 * The document of one entry in a locale that it is published in, which needs the content of no other row:
 * the same that `buildDocuments` makes.
 * @param rows all that are published, of which only `row` must have its content
 * @returns null where the declaration keeps it out
 * @throws whatever the declaration's projection throws
 */
export const buildDocument = ({
  type,
  documentId,
  rows,
  row,
  locale,
  locales,
}: {
  type: SearchType;
  documentId: string;
  rows: readonly Row[];
  row: Row;
  locale: string;
  locales: readonly string[];
}): StoredDocument | null => projector({ type, documentId, rows, locales })({ row, locale });

/**
 * Projects the published rows of one entry to its documents: one per locale, and one with all its
 * languages. An entry without a published translation stands in with its original language,
 * `isFallback: true`.
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
  const order = fallbackOrder({
    rows,
    locales,
    defaultLocale,
    originalLocale: type.originalLocale,
  });
  const fallback = order.flatMap((locale) => rows.find((row) => row.locale === locale) ?? [])[0];
  const project = projector({ type, documentId, rows, locales });
  const own = new Map(
    locales.map((locale): [string, SearchDocument | null] => {
      const row = ownRow({ rows, locale }) ?? fallback;
      return [locale, row ? project({ row, locale }) : null];
    }),
  );
  const every = order.flatMap((locale) => {
    const document = own.get(locale);
    return document && !document.isFallback ? [{ locale, document }] : [];
  });
  return new Map<string, StoredDocument | null>([
    ...own,
    [EVERY_LOCALE, entryDocument({ documents: every, locales })],
  ]);
};
