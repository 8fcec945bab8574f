import type { Core, UID } from '@strapi/strapi';
import { normaliseRow } from './normalise-row';
import type { FindModel, SeedModel } from './types';

type Populate = Record<string, { select?: string[]; populate?: Populate }>;

/** Relations that `normaliseRow` leaves out. */
const UNREAD = new Set(['localizations', 'createdBy', 'updatedBy']);

const populateOf = (model: SeedModel, findModel: FindModel): Populate =>
  Object.fromEntries(
    Object.entries(model.attributes).flatMap(([name, attribute]): [string, Populate[string]][] => {
      if (attribute.type === 'relation') {
        return attribute.target && !UNREAD.has(name)
          ? [[name, { select: ['id', 'documentId'] }]]
          : [];
      }
      const component =
        attribute.type === 'component' ? findModel(attribute.component ?? '') : undefined;
      return component ? [[name, { populate: populateOf(component, findModel) }]] : [];
    }),
  );

export type NormalisedRow = {
  documentId: string;
  locale: string | undefined;
  status: 'draft' | 'published';
  values: Record<string, unknown>;
};

/** Every row of these documents (all locales, draft and published), normalised, in a stable order. */
export const readRows = async ({
  strapi,
  findModel,
  type,
  documentIds,
}: {
  strapi: Core.Strapi;
  findModel: FindModel;
  type: string;
  documentIds: readonly string[];
}): Promise<NormalisedRow[]> => {
  const model = findModel(type);
  if (!model) throw new Error(`There is no content type ${type}`);
  const rows: Record<string, unknown>[] = await strapi.db.query(type as UID.ContentType).findMany({
    where: { documentId: { $in: documentIds } },
    populate: populateOf(model, findModel),
  });
  return rows
    .map((row) => ({
      documentId: String(row.documentId),
      locale: (row.locale as string | null) ?? undefined,
      status: row.publishedAt ? ('published' as const) : ('draft' as const),
      values: normaliseRow({ model, findModel, row }),
    }))
    .sort((a, b) => {
      const [left, right] = [a, b].map((row) => `${row.documentId} ${row.locale} ${row.status}`);
      return (left ?? '') < (right ?? '') ? -1 : 1;
    });
};
