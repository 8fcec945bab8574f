import type { Core } from '@strapi/strapi';
import { buildDocuments } from '../core/build-documents';
import type { Delivery } from '../core/deliver-batch';
import { searchId } from '../core/search-id';
import { readRows } from '../store/read-rows';
import { getConfig } from './get-service';
import type { Locales } from './locales';

/** `key` tells entries apart, and names them in the answer. */
export type Wanted = { key: number; uid: string; documentId: string; isCertain: boolean };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Reads what is published now of some entries and projects it; an entry whose projection throws fails
 * by itself. One of a type that is not declared is in neither list: the comparison takes it out.
 */
export const prepareDeliveries = async ({
  strapi,
  entries,
  locales,
  defaultLocale,
}: Locales & { strapi: Core.Strapi; entries: readonly Wanted[] }): Promise<{
  deliveries: Delivery[];
  broken: { key: number; error: string }[];
}> => {
  const deliveries: Delivery[] = [];
  const broken: { key: number; error: string }[] = [];
  for (const type of getConfig(strapi).types) {
    const own = entries.filter(({ uid }) => uid === type.uid);
    if (own.length === 0) continue;
    const rows = await readRows({
      strapi,
      type,
      documentIds: own.map(({ documentId }) => documentId),
    });
    for (const { key, documentId, isCertain } of own) {
      try {
        const documents = buildDocuments({
          type,
          documentId,
          rows: rows.get(documentId) ?? [],
          locales,
          defaultLocale,
        });
        deliveries.push({
          key,
          id: searchId({ type: type.type, documentId }),
          isCertain,
          documents,
        });
      } catch (error) {
        broken.push({ key, error: `The projection failed: ${messageOf(error)}` });
      }
    }
  }
  return { deliveries, broken };
};
