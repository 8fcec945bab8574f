import type { Core } from '@strapi/strapi';
import type { Catalogue, TranslatedType } from '../core/build-catalogue';
import type { Settings } from '../core/schema';
import type { Session } from '../store/session';

export type Data = Record<string, unknown>;

/** What a document middleware is given, as far as this plugin reads it. */
export type DocumentContext = {
  uid: string;
  action: string;
  params: {
    documentId?: string;
    locale?: string | string[] | null;
    status?: string;
    data?: Data;
    fields?: unknown;
    populate?: unknown;
  };
};

export type Next = () => Promise<unknown>;

export type Dependencies = {
  strapi: Core.Strapi;
  catalogue: Catalogue;
  settings: Settings;
  /** A code that was never used before. */
  makeCode: () => string;
  now: () => Date;
};

/** One write on a translated type, in its turn. */
export type Write = {
  dependencies: Dependencies;
  session: Session;
  type: TranslatedType;
  context: DocumentContext;
  next: Next;
};

/** The status of the rows that editors edit. */
export const editable = (type: TranslatedType): 'draft' | 'published' =>
  type.hasDrafts ? 'draft' : 'published';
