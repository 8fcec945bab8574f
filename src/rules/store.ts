import type { Core } from '@strapi/strapi';
import type { SlugRow } from '../slugs/former-slugs';
import { isRecord } from './readers';
import {
  type Attribute,
  declaredAttributes,
  hasDraftAndPublish,
  isLocalized,
  type Schema,
  schemaOf,
} from './schema';
import type { Row } from './violation';

/** The transaction that everything of one save runs in. */
export type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

type Populate = Record<string, unknown>;

/** Which part of a translated entry to read: what its locales share, its own part, or all of it. */
export type Part = 'all' | 'shared' | 'own';

const isShared = ({
  strapi,
  attribute: { type, target, pluginOptions },
}: {
  strapi: Core.Strapi;
  attribute: Attribute;
}): boolean =>
  type === 'relation'
    ? target !== undefined && !isLocalized(schemaOf({ strapi, uid: target }))
    : pluginOptions?.i18n?.localized === false;

/** What rules read of a row: its components, and of relations and files only who they are. */
const populateOf = ({
  strapi,
  attributes,
  part = 'all',
}: {
  strapi: Core.Strapi;
  attributes: Schema['attributes'];
  part?: Part;
}): Populate =>
  Object.fromEntries(
    declaredAttributes(attributes).flatMap(([key, attribute]): [string, unknown][] => {
      if (part !== 'all' && isShared({ strapi, attribute }) !== (part === 'shared')) return [];
      if (attribute.type === 'media') return [[key, { select: ['id'] }]];
      if (attribute.type === 'relation') return [[key, { select: ['id', 'documentId', 'locale'] }]];
      if (attribute.type !== 'component' || !attribute.component) return [];
      const inner = schemaOf({ strapi, uid: attribute.component }).attributes;
      return [[key, { populate: populateOf({ strapi, attributes: inner }) }]];
    }),
  );

const draftsOnly = (schema: Schema) => (hasDraftAndPublish(schema) ? { publishedAt: null } : {});

/** The draft of a document in one locale (its only row where the type has no drafts), or null. */
export const readDraft = async ({
  strapi,
  schema,
  documentId,
  locale,
  part = 'all',
}: {
  strapi: Core.Strapi;
  schema: Schema;
  documentId: string;
  locale: string | undefined;
  part?: Part;
}): Promise<Row | null> =>
  strapi.db.query(schema.uid).findOne({
    where: { documentId, ...(isLocalized(schema) ? { locale } : {}), ...draftsOnly(schema) },
    populate: populateOf({ strapi, attributes: schema.attributes, part }),
  });

/** Which locales a document has drafts in, and which one is its original's. */
export const readLocales = async ({
  strapi,
  schema,
  documentId,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  documentId: string;
}): Promise<{ locales: string[]; originalLocale: string | undefined }> => {
  const rows: { locale: string; originalLocale?: string | null }[] = await strapi.db
    .query(schema.uid)
    .findMany({ where: { documentId, ...draftsOnly(schema) }, orderBy: { id: 'asc' } });
  const original = rows.find(({ originalLocale }) => originalLocale)?.originalLocale;
  return { locales: rows.map(({ locale }) => locale), originalLocale: original ?? rows[0]?.locale };
};

/** What a new translation takes from the original: all but its texts and links to translated types. */
export const sharedPart = ({
  strapi,
  schema,
  original,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  original: Row;
}): Row =>
  Object.fromEntries(
    declaredAttributes(schema.attributes)
      .filter(([, attribute]) => isShared({ strapi, attribute }))
      .map(([key]) => [key, original[key]]),
  );

/** Gives each reference its documentId, where only the row's id was given. */
export const withDocumentIds = async ({
  strapi,
  schema,
  row,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  row: Record<string, unknown>;
}): Promise<Record<string, unknown>> => {
  const resolved: Record<string, unknown> = { ...row };
  for (const [key, { type, target }] of declaredAttributes(schema.attributes)) {
    const references = row[key];
    if (type !== 'relation' || !target || !Array.isArray(references)) continue;
    const ids = references
      .filter(isRecord)
      .filter(({ documentId }) => documentId === undefined)
      .map(({ id }) => id);
    if (ids.length === 0) continue;
    const found: { id: number; documentId: string }[] = await strapi.db
      .query(target)
      .findMany({ select: ['id', 'documentId'], where: { id: { $in: ids } } });
    resolved[key] = references.filter(isRecord).map((reference) => ({
      ...reference,
      documentId: reference.documentId ?? found.find(({ id }) => id === reference.id)?.documentId,
    }));
  }
  return resolved;
};

/**
 * Lets one transaction at a time choose names (references, slugs) for a type. SQLite needs no
 * lock: it has one connection, and so one transaction.
 */
export const lockNames = async ({
  strapi,
  trx,
  uid,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  uid: string;
}): Promise<void> => {
  if (strapi.db.dialect.client !== 'postgres') return;
  await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`names of ${uid}`]);
};

/** The references of a type that begin with `prefix`, or are `exact`. */
export const takenReferences = async ({
  strapi,
  trx,
  uid,
  prefix,
  exact,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  uid: string;
  prefix: string;
  exact: string | undefined;
}): Promise<string[]> => {
  const { tableName } = strapi.db.metadata.get(uid);
  const rows: { reference: string }[] = await strapi.db
    .getConnection(tableName)
    .transacting(trx)
    .distinct('reference')
    .where('reference', 'like', `${prefix}%`)
    .orWhere('reference', exact ?? '');
  return rows.map(({ reference }) => reference);
};

/** Another document of the type that has this reference, in any locale, draft or published. */
export const referenceOwner = async ({
  strapi,
  uid,
  reference,
  documentId,
}: {
  strapi: Core.Strapi;
  uid: string;
  reference: string;
  documentId: string | undefined;
}): Promise<string | undefined> => {
  const row: { documentId: string } | null = await strapi.db.query(uid).findOne({
    select: ['documentId'],
    where: { reference, ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }) },
  });
  return row?.documentId;
};

/** Rows of the type whose slug begins with `base`, but for those of this document and locale. */
export const slugsLike = async ({
  strapi,
  schema,
  base,
  documentId,
  locale,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  base: string;
  documentId: string | undefined;
  locale: string | undefined;
}): Promise<SlugRow[]> => {
  const rows: SlugRow[] = await strapi.db.query(schema.uid).findMany({
    select: ['slug', 'documentId', 'locale'],
    where: { slug: { $startsWith: base } },
  });
  return rows.filter(
    (row) =>
      row.documentId !== documentId ||
      (isLocalized(schema) && (row.locale ?? undefined) !== locale),
  );
};
