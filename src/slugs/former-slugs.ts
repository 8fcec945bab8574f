import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Transaction } from '../rules/store';

/** The hidden content type that keeps former slugs: an export takes it along, no route serves it. */
const FORMER_SLUG = 'api::slugs.former-slug';

/** A slug and the entry it leads to; `locale` is null where the type has no translations. */
export type SlugRow = { slug: string; documentId: string; locale: string | null };

type Stored = { slug: string; entryId: string; entryLocale: string | null };

const toSlugRow = ({ slug, entryId, entryLocale }: Stored): SlugRow => ({
  slug,
  documentId: entryId,
  locale: entryLocale,
});

/** The entry of the type that once had this slug in public, or undefined. */
export const findFormerSlug = async ({
  strapi,
  uid,
  slug,
}: {
  strapi: Core.Strapi;
  uid: string;
  slug: string;
}): Promise<SlugRow | undefined> => {
  const found: Stored | null = await strapi.db
    .query(FORMER_SLUG)
    .findOne({ where: { contentType: uid, slug } });
  return found ? toSlugRow(found) : undefined;
};

/** Former slugs of the type's other documents that begin with `base`, if those still exist. */
export const formerSlugsLike = async ({
  strapi,
  uid,
  base,
  documentId,
}: {
  strapi: Core.Strapi;
  uid: string;
  base: string;
  documentId: string | undefined;
}): Promise<SlugRow[]> => {
  const found: Stored[] = await strapi.db.query(FORMER_SLUG).findMany({
    where: {
      contentType: uid,
      slug: { $startsWith: base },
      ...(documentId === undefined ? {} : { entryId: { $ne: documentId } }),
    },
  });
  if (found.length === 0) return [];
  // A whole locale can be deleted past the Document Service, and with it an entry's last version.
  const owners: { documentId: string }[] = await strapi.db.query(uid).findMany({
    select: ['documentId'],
    where: { documentId: { $in: found.map(({ entryId }) => entryId) } },
  });
  const existing = new Set(owners.map((owner) => owner.documentId));
  return found.map(toSlugRow).filter((row) => existing.has(row.documentId));
};

/** Keeps slugs that were public and no longer are. One that is kept already moves to its new owner. */
export const keepFormerSlugs = async ({
  strapi,
  trx,
  uid,
  rows,
}: {
  strapi: Core.Strapi;
  trx: Transaction;
  uid: string;
  rows: readonly SlugRow[];
}): Promise<void> => {
  if (rows.length === 0) return;
  const now = new Date();
  await strapi.db
    .getConnection(strapi.db.metadata.get(FORMER_SLUG).tableName)
    .transacting(trx)
    .insert(
      rows.map(({ slug, documentId, locale }) => ({
        document_id: randomBytes(12).toString('hex'),
        content_type: uid,
        slug,
        entry_id: documentId,
        entry_locale: locale,
        created_at: now,
        updated_at: now,
        published_at: now,
      })),
    )
    .onConflict(['content_type', 'slug'])
    .merge(['entry_id', 'entry_locale', 'updated_at']);
};

/** Forgets the former slugs of a document that no longer exists. */
export const forgetFormerSlugs = async ({
  strapi,
  uid,
  documentId,
}: {
  strapi: Core.Strapi;
  uid: string;
  documentId: string;
}): Promise<void> => {
  await strapi.db
    .query(FORMER_SLUG)
    .deleteMany({ where: { contentType: uid, entryId: documentId } });
};
