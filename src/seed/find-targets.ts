import type { Core, UID } from '@strapi/strapi';
import { chunk } from 'lodash';
import type { SeedTarget } from './resolve-relations';
import type { FindModel } from './types';

/** Below every database's limit of variables in a statement. */
const CHUNK = 500;

export const targetKey = ({ type, reference }: { type: string; reference: string }): string =>
  `${type} ${reference}`;

/** The entries of these references that the database holds, a statement per type and 500 references. */
export const findTargets = async ({
  strapi,
  findModel,
  wanted,
}: {
  strapi: Core.Strapi;
  findModel: FindModel;
  wanted: readonly { type: string; reference: string }[];
}): Promise<Map<string, SeedTarget>> => {
  const byType = new Map<string, Set<string>>();
  for (const { type, reference } of wanted) {
    byType.set(type, (byType.get(type) ?? new Set()).add(reference));
  }
  const targets = new Map<string, SeedTarget>();
  for (const [type, references] of byType) {
    const localized = findModel(type)?.attributes.originalLocale !== undefined;
    for (const part of chunk([...references], CHUNK)) {
      const rows: { documentId: string; reference: string; originalLocale?: string | null }[] =
        await strapi.db.query(type as UID.ContentType).findMany({
          where: { reference: { $in: part } },
          select: ['documentId', 'reference', ...(localized ? ['originalLocale'] : [])],
        });
      for (const { documentId, reference, originalLocale } of rows) {
        targets.set(targetKey({ type, reference }), {
          documentId,
          originalLocale: originalLocale ?? undefined,
        });
      }
    }
  }
  return targets;
};
