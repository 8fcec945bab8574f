import type { Core, UID } from '@strapi/strapi';

/** A version of an entry, draft or published. */
export type Row = Record<string, unknown> & {
  locale: string | null;
  publishedAt: unknown;
  updatedAt: unknown;
};

type Checker = { can: { read: (row?: Row, field?: string) => boolean } };

export type Readable = { ofType: boolean; ofRow: (row: Row, field?: string) => boolean };

/** What the signed-in account may read of a type in the content manager. */
export const mayRead = ({
  strapi,
  ability,
  uid,
}: {
  strapi: Core.Strapi;
  ability: unknown;
  uid: string;
}): Readable => {
  const checker: Checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility: ability, model: uid });
  return { ofType: checker.can.read(), ofRow: (row, field) => checker.can.read(row, field) };
};

/** Every version of an entry, with its creator, whom a right may depend on. */
export const rowsOf = ({
  strapi,
  uid,
  documentId,
}: {
  strapi: Core.Strapi;
  uid: string;
  documentId: string;
}): Promise<Row[]> =>
  strapi.db
    .query(uid as UID.ContentType)
    .findMany({ where: { documentId }, populate: ['createdBy'], orderBy: { id: 'asc' } });
