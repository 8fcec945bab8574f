import type { Core } from '@strapi/strapi';
import { hasDraftAndPublish, type Schema, schemaOf } from '../rules/schema';
import formerSlug from './former-slug.json';
import { forgetFormerSlugs, keepFormerSlugs, type SlugRow } from './former-slugs';

const CHANGES = new Set(['update', 'publish', 'unpublish', 'delete']);

/** The slugs by which the public finds a document now. */
const publicSlugs = async ({
  strapi,
  schema,
  documentId,
}: {
  strapi: Core.Strapi;
  schema: Schema;
  documentId: string;
}): Promise<SlugRow[]> => {
  const rows: (Omit<SlugRow, 'slug'> & { slug: string | null })[] = await strapi.db
    .query(schema.uid)
    .findMany({
      select: ['slug', 'documentId', 'locale'],
      where: {
        documentId,
        ...(hasDraftAndPublish(schema) ? { publishedAt: { $notNull: true } } : {}),
      },
    });
  return rows.flatMap(({ slug, locale, documentId: owner }) =>
    slug ? [{ slug, documentId: owner, locale: locale ?? null }] : [],
  );
};

/**
 * Registers the hidden content type of former slugs, and the document middleware that keeps, in the
 * transaction of the change, each slug that was public and no longer is: renamed, unpublished, or
 * its locale deleted. They are forgotten with the document; a draft's slug was never public, and is
 * not kept. Call it in `register()`.
 */
export const registerFormerSlugs = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.get('content-types').add('api::slugs', { 'former-slug': { schema: formerSlug } });

  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context;
    if (!CHANGES.has(action) || !uid.startsWith('api::')) return next();
    const schema = schemaOf({ strapi, uid });
    const documentId = 'documentId' in params ? params.documentId : undefined;
    if (!('slug' in schema.attributes) || typeof documentId !== 'string') return next();
    const publishes = 'status' in params && params.status === 'published';
    if (action === 'update' && hasDraftAndPublish(schema) && !publishes) return next();

    return strapi.db.transaction(async ({ trx }) => {
      const document = { strapi, schema, documentId };
      const before = await publicSlugs(document);
      const result = await next();
      const after = new Set((await publicSlugs(document)).map(({ slug }) => slug));
      if (action === 'delete' && after.size === 0) {
        const remains = await strapi.db
          .query(uid)
          .findOne({ select: ['id'], where: { documentId } });
        if (!remains) {
          await forgetFormerSlugs({ strapi, uid, documentId });
          return result;
        }
      }
      const rows = before.filter(({ slug }) => !after.has(slug));
      await keepFormerSlugs({ strapi, trx, uid, rows });
      return result;
    });
  });
};
