import type { Core, UID } from '@strapi/strapi';
import { resolveRelations } from '../resolve-relations';
import type { FindModel, SeedContent } from '../types';
import { insertPlan } from './insert-plan';
import { planRow, type RowPlan, type Storage } from './plan-rows';

/** Finds the row of an entry of a type without locales and drafts. */
export type FindRowId = (need: { type: string; reference: string }) => number;

export type SlugOf = (row: {
  values: Record<string, unknown>;
  locale: string | undefined;
  /** The slugs of the document's other locales so far. */
  taken: readonly { slug: string; locale: string | null }[];
}) => Promise<string>;

/**
 * Writes new documents of one type in one transaction, straight into the tables: the same rows as
 * the Document Service would, drafts and published, at a hundredth of its statements. No rule and
 * no middleware runs, so it is for content that is known to be right; search is told.
 * Relations may go to types without locales only.
 * @param now the moment that all rows carry
 */
export const writeBatch = async ({
  strapi,
  findModel,
  type,
  contents,
  findRowId,
  slugOf,
  now,
}: {
  strapi: Core.Strapi;
  findModel: FindModel;
  type: string;
  contents: readonly SeedContent[];
  findRowId: FindRowId;
  slugOf: SlugOf;
  now: Date;
}): Promise<void> => {
  const model = findModel(type);
  if (!model?.localized) throw new Error(`${type} has no locales: write it one by one`);
  const findStorage = (uid: string): Storage =>
    strapi.db.metadata.get(uid as UID.ContentType) as unknown as Storage;
  const plan: RowPlan = new Map();

  for (const content of contents) {
    const { originalLocale, reference, documentId, locales } = content;
    if (originalLocale === undefined) throw new Error(`${reference} has no original locale`);
    const shared = resolveRelations({
      model,
      findModel,
      values: content.shared,
      linkTo: (need) => findRowId(need),
    });
    const taken: { slug: string; locale: string | null }[] = [];
    const ordered = [originalLocale, ...Object.keys(locales).filter((l) => l !== originalLocale)];
    for (const locale of ordered) {
      const values = { ...shared, ...locales[locale], reference, originalLocale };
      const slug = await slugOf({ values, locale, taken });
      taken.push({ slug, locale });
      for (const publishedAt of content.published.includes(locale) ? [null, now] : [null]) {
        planRow({
          plan,
          model,
          values: { ...values, slug },
          columns: {
            document_id: documentId,
            locale,
            created_at: now,
            updated_at: now,
            published_at: publishedAt,
          },
          findModel,
          findStorage,
        });
      }
    }
  }

  await strapi.db.transaction(async ({ trx }) => {
    await insertPlan({ strapi, trx, plan });
    const marking = strapi.plugin('search')?.services.marking as unknown as
      | { mark: (changed: { uid: string; documentIds: string[] }) => Promise<void> }
      | undefined;
    await marking?.mark({
      uid: type,
      documentIds: contents.map(({ documentId }) => documentId),
    });
  });
};
