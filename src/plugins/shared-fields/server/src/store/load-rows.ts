import type { TranslatedType } from '../core/build-catalogue';
import type { ValuedRow } from '../core/plan-copies';
import type { Row } from '../core/resolve-original';
import type { Attribute, Schema } from '../core/schema';
import { toPlainValue } from '../core/to-plain-value';
import type { Session } from './session';

type StoredRow = Record<string, unknown> & { id: number };

type Populate = Record<string, unknown>;

const populateOf = (
  attributes: [string, Attribute][],
  components: Record<string, Schema>,
): Populate =>
  Object.fromEntries(
    attributes.flatMap(([name, { type, component = '' }]): [string, Populate][] => {
      if (type === 'media' || type === 'relation') return [[name, { select: ['id'] }]];
      if (type !== 'component') return [];
      const nested = populateOf(
        Object.entries(components[component]?.attributes ?? {}),
        components,
      );
      return [[name, { populate: nested }]];
    }),
  );

const toRow = (stored: StoredRow, type: TranslatedType, originalLocale: string): Row => ({
  id: stored.id,
  documentId: String(stored.documentId),
  locale: String(stored.locale),
  status: type.hasDrafts && stored.publishedAt === null ? 'draft' : 'published',
  originalLocale:
    typeof stored[originalLocale] === 'string' && stored[originalLocale] !== ''
      ? stored[originalLocale]
      : null,
});

const IDENTITY = ['id', 'documentId', 'locale', 'publishedAt'];

/** All rows of some documents, every locale and status, in a stable order. */
export const loadRows = async ({
  session,
  type,
  documentIds,
  originalLocale,
}: {
  session: Session;
  type: TranslatedType;
  documentIds: string[];
  originalLocale: string;
}): Promise<Row[]> => {
  if (documentIds.length === 0) return [];
  const rows: StoredRow[] = await session.strapi.db.query(type.uid).findMany({
    select: [...IDENTITY, originalLocale],
    where: { documentId: { $in: documentIds } },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => toRow(row, type, originalLocale));
};

/** All rows of a document with the values of some of its attributes. */
export const loadValuedRows = async ({
  session,
  type,
  documentId,
  originalLocale,
  names,
  ids,
}: {
  session: Session;
  type: TranslatedType;
  documentId: string;
  originalLocale: string;
  names: string[];
  /** Only these rows. */
  ids?: number[];
}): Promise<ValuedRow[]> => {
  const { strapi } = session;
  const components = strapi.components as unknown as Record<string, Schema>;
  const schema = strapi.contentTypes[
    type.uid as keyof typeof strapi.contentTypes
  ] as unknown as Schema;
  const attributes = names.flatMap((name): [string, Attribute][] => {
    const attribute = schema.attributes[name];
    return attribute ? [[name, attribute]] : [];
  });
  const scalars = attributes
    .filter(([, { type: kind }]) => !['media', 'relation', 'component'].includes(kind))
    .map(([name]) => name);
  const rows: StoredRow[] = await strapi.db.query(type.uid).findMany({
    select: [...IDENTITY, originalLocale, ...scalars],
    where: { documentId, ...(ids ? { id: { $in: ids } } : {}) },
    populate: populateOf(attributes, components),
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    ...toRow(row, type, originalLocale),
    values: Object.fromEntries(
      attributes.map(([name, attribute]) => [
        name,
        toPlainValue({ value: row[name], attribute, components }),
      ]),
    ),
  }));
};
