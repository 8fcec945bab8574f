import type { Core, UID } from '@strapi/strapi';
import type { Populate, SearchType } from '../../../shared/contracts';
import type { Row } from '../core/build-documents';

const PUBLISHED = { publishedAt: { $notNull: true } };

type DatabasePopulate = {
  select?: string[];
  populate?: Record<string, DatabasePopulate>;
  where?: typeof PUBLISHED;
};

/** Whether only some rows of a type are published. Components and files have no drafts. */
export const hasDraftAndPublish = ({
  strapi,
  uid,
}: {
  strapi: Core.Strapi;
  uid: string;
}): boolean => {
  const model = strapi.getModel(uid as UID.Schema) as
    | { options?: { draftAndPublish?: boolean } }
    | undefined;
  return model?.options?.draftAndPublish === true;
};

const targetOf = ({
  strapi,
  uid,
  attribute,
}: {
  strapi: Core.Strapi;
  uid: string;
  attribute: string;
}): string => {
  const { target } = strapi.db.metadata.get(uid).attributes[attribute] as { target?: string };
  return target ?? '';
};

/** A populate of the database layer that reads the declared fields only, and never a draft. */
const databasePopulate = ({
  strapi,
  uid,
  populate,
}: {
  strapi: Core.Strapi;
  uid: string;
  populate: Readonly<Record<string, Populate>> | undefined;
}): Record<string, DatabasePopulate> =>
  Object.fromEntries(
    Object.entries(populate ?? {}).map(([attribute, inner]) => {
      const target = targetOf({ strapi, uid, attribute });
      return [
        attribute,
        {
          select: ['id', ...(inner.fields ?? [])],
          populate: databasePopulate({ strapi, uid: target, populate: inner.populate }),
          ...(hasDraftAndPublish({ strapi, uid: target }) ? { where: PUBLISHED } : {}),
        },
      ];
    }),
  );

type DatabaseRow = Record<string, unknown> & {
  id: number;
  documentId: string;
  locale: string | null;
  updatedAt: string | Date | null;
};

/**
 * What is published now of some entries, with the declared fields alone.
 * @param locale reads the rows of this one only
 * @returns rows by documentId; an entry without a published row is missing
 */
export const readRows = async ({
  strapi,
  type,
  documentIds,
  locale,
}: {
  strapi: Core.Strapi;
  type: SearchType;
  documentIds: readonly string[];
  locale?: string;
}): Promise<Map<string, Row[]>> => {
  const { uid } = type;
  const found: DatabaseRow[] = await strapi.db.query(uid as UID.ContentType).findMany({
    where: {
      documentId: { $in: [...documentIds] },
      ...(locale === undefined ? {} : { locale }),
      ...(hasDraftAndPublish({ strapi, uid }) ? PUBLISHED : {}),
    },
    select: [
      ...new Set([
        'id',
        'documentId',
        'locale',
        'updatedAt',
        ...type.fields,
        ...(type.originalLocale ? [type.originalLocale] : []),
      ]),
    ],
    populate: databasePopulate({ strapi, uid, populate: type.populate }),
    orderBy: { id: 'asc' },
  });
  const beside = type.beside ? await type.beside({ strapi, entries: found }) : [];
  const rows = new Map<string, Row[]>();
  for (const [index, entry] of found.entries()) {
    const row: Row = {
      id: entry.id,
      locale: entry.locale ?? null,
      updatedAt: entry.updatedAt ? new Date(entry.updatedAt).getTime() : 0,
      entry: { ...entry, ...beside[index] },
    };
    rows.set(entry.documentId, [...(rows.get(entry.documentId) ?? []), row]);
  }
  return rows;
};

/** The same rows with nothing but what tells them apart, and when they were changed. */
export const readBareRows = ({
  type: { uid, type, project },
  ...input
}: {
  strapi: Core.Strapi;
  type: SearchType;
  documentIds: readonly string[];
}): Promise<Map<string, Row[]>> => readRows({ ...input, type: { uid, type, project, fields: [] } });
