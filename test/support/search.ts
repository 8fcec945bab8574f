import type { Core } from '@strapi/strapi';
import { expect } from 'vitest';
import { databaseOf } from '../../src/plugins/search/server/src/store/database';
import { queueStatus } from '../../src/plugins/search/server/src/store/queue-status';
import type { SearchAnswer, SearchStatus } from '../../src/plugins/search/shared/contracts';

export const TERM = 'api::observatory.glossary-term';
export const WATCH = 'api::observatory.watch-item';
export const THEME = 'api::observatory.theme';

type Data = Record<string, unknown>;
type Uid = typeof TERM | typeof WATCH | typeof THEME;
type Documents = {
  create: (input: { locale?: string; data: Data }) => Promise<{ documentId: string }>;
  update: (input: {
    documentId: string;
    locale?: string;
    data: Data;
  }) => Promise<{ documentId: string } | null>;
  publish: (input: { documentId: string; locale?: string }) => Promise<unknown>;
  unpublish: (input: { documentId: string; locale?: string }) => Promise<unknown>;
  discardDraft: (input: { documentId: string; locale?: string }) => Promise<unknown>;
  delete: (input: { documentId: string; locale?: string }) => Promise<unknown>;
};

type Delivery = {
  drain: (input: { timeoutMs: number }) => Promise<{ state: string }>;
  state: () => { breaker: { state: string } };
  wake: () => void;
};
type Status = { get: () => Promise<SearchStatus>; retry: () => Promise<number> };
type Reconciler = {
  run: (input: {
    depth: 'light' | 'full';
  }) => Promise<{ missing: number; stale: number; ghosts: number }>;
};

export type SearchTools = ReturnType<typeof searchTools>;

/** What tests of search do again and again on a running server. */
export const searchTools = ({ strapi, url }: { strapi: Core.Strapi; url: string }) => {
  /** Without generated types the Document Service knows no attributes. */
  const documentsOf = (uid: Uid) => strapi.documents(uid) as unknown as Documents;
  const service = (name: string): unknown => strapi.plugin('search').service(name);

  const drained = async () => {
    expect(await (service('delivery') as Delivery).drain({ timeoutMs: 150_000 })).toEqual({
      state: 'drained',
    });
  };

  const search = async (
    parameters: Record<string, string>,
    token?: string,
  ): Promise<SearchAnswer> => {
    const response = await fetch(`${url}/api/search?${new URLSearchParams(parameters)}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    const body: unknown = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(200);
    return body as SearchAnswer;
  };

  return {
    documentsOf,
    drained,
    search,
    /** How many entries wait and how many are dead, without a question to the engine. */
    queue: () => queueStatus(databaseOf(strapi)),
    breaker: () => (service('delivery') as Delivery).state().breaker.state,
    wake: () => (service('delivery') as Delivery).wake(),
    status: () => (service('status') as Status).get(),
    retry: () => (service('status') as Status).retry(),
    reconcile: (depth: 'light' | 'full' = 'full') =>
      (service('reconciler') as Reconciler).run({ depth }),
    titles: async (parameters: Record<string, string>) =>
      (await search(parameters)).data.map(({ title }) => title),

    /** Makes a dead letter of a glossary term. */
    bury: (documentId: string) =>
      strapi.db.connection('search_marks').insert({
        uid: TERM,
        document_id: documentId,
        version: 1,
        attempts: 4,
        enqueued_at: 1,
        due_at: 1,
        dead_at: Date.now(),
        last_error: 'Too odd to be indexed',
      }),

    /** A published glossary term in one locale. */
    publishTerm: async ({
      term,
      locale = 'fr',
      documentId,
      ...data
    }: {
      term: string;
      locale?: string;
      documentId?: string;
      [attribute: string]: unknown;
    }): Promise<string> => {
      const documents = documentsOf(TERM);
      const content = { term, plainDefinition: `${term}.`, originalLocale: 'fr', ...data };
      const draft = documentId
        ? await documents.update({ documentId, locale, data: content })
        : await documents.create({ locale, data: content });
      if (!draft) throw new Error('There is no such term');
      await documents.publish({ documentId: draft.documentId, locale });
      return draft.documentId;
    },

    publishWatchItem: async (data: { title: string; [attribute: string]: unknown }) => {
      const item = await documentsOf(WATCH).create({
        locale: 'fr',
        data: { originalLocale: 'fr', url: 'https://oten.fr/', date: '2026-01-15', ...data },
      });
      await documentsOf(WATCH).publish({ documentId: item.documentId, locale: 'fr' });
      return item.documentId;
    },
  };
};
