import type { Core } from '@strapi/strapi';
import { hasDraftAndPublish, schemaOf } from '../rules/schema';
import { findFormerSlug, type SlugRow } from './former-slugs';

const SLUG = /^[A-Za-z0-9_.~-]{1,255}$/;

/**
 * The entry that a slug of any locale leads to: by the slug it has now, else by one that it had in
 * public. Slugs are unique over all locales of a type, former ones included.
 * @param drafts whether a slug that only the draft has counts too, and before the others
 */
export const findBySlug = async ({
  strapi,
  uid,
  slug,
  drafts,
}: {
  strapi: Core.Strapi;
  uid: string;
  slug: string;
  drafts: boolean;
}): Promise<SlugRow | undefined> => {
  if (!SLUG.test(slug)) return undefined;
  const rows: (SlugRow & { publishedAt: unknown })[] = await strapi.db.query(uid).findMany({
    select: ['slug', 'documentId', 'locale', 'publishedAt'],
    where: { slug },
    orderBy: { id: 'asc' },
  });
  const isPublic = (row: { publishedAt: unknown }) =>
    !hasDraftAndPublish(schemaOf({ strapi, uid })) || row.publishedAt !== null;
  const current =
    (drafts ? rows.find((row) => !isPublic(row)) : undefined) ?? rows.find((row) => isPublic(row));
  return current ?? findFormerSlug({ strapi, uid, slug });
};
