import type { Core } from '@strapi/strapi';

type Written = { documentId: string };

type Documents = {
  create(input: { locale?: string; data: Record<string, unknown> }): Promise<Written>;
  update(input: {
    documentId: string;
    locale?: string;
    data: Record<string, unknown>;
  }): Promise<Written | null>;
};

/** The Document Service of a type whose schema the compiler does not know. */
export const documentsOf = (
  strapi: Core.Strapi,
  uid: 'api::iris.initiative' | 'api::iris.interview',
): Documents => strapi.documents(uid) as unknown as Documents;
