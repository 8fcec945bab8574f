import type { Core, UID } from '@strapi/strapi';

/** Those of the references that an entry of the type has, draft or published, in any locale. */
export const readKnownReferences = async ({
  strapi,
  uid,
  references,
}: {
  strapi: Core.Strapi;
  uid: string;
  references: readonly string[];
}): Promise<ReadonlySet<string>> => {
  if (references.length === 0) return new Set();
  const rows: { reference: string }[] = await strapi.db.query(uid as UID.ContentType).findMany({
    select: ['reference'],
    where: { reference: { $in: [...new Set(references)] } },
  });
  return new Set(rows.map(({ reference }) => reference));
};
