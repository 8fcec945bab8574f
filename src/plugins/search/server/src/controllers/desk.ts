import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { SearchType } from '../../../shared/contracts';
import type { DeadLetterPage, EntryState, IndexedType, SearchPreview } from '../../../shared/desk';
import { parseSearchQuery } from '../core/parse-search-query';
import { problem } from '../core/problem';
import { readParameters, wholeNumber } from '../core/query-values';
import { getConfig, getService } from '../services/get-service';
import { hasDraftAndPublish } from '../store/read-rows';
import { answerOrSayUnavailable } from './answer-or-say-unavailable';
import { titlesFor } from './entry-titles';
import { mayRead, type Row, rowsOf } from './may-read';
import { readOrRefuse } from './read-or-refuse';

type Context = Parameters<Core.ControllerHandler>[0];

const AS = ['visitor', 'member'] as const;
const PAGES = {
  page: wholeNumber({ min: 1, max: 100_000 }),
  pageSize: wholeNumber({ min: 1, max: 100 }),
};
const entryAddress = z.object({
  uid: z.string().max(200),
  documentId: z.string().regex(/^[A-Za-z0-9-]{1,255}$/),
});

type Schema = { kind: IndexedType['kind']; info: { displayName: string } };

/** What the panel asks beside the state: an entry's own, what a visitor finds, what was given up. */
export const desk = ({ strapi }: { strapi: Core.Strapi }) => {
  const { types } = getConfig(strapi);

  const readableBy = (ctx: Context) => (uid: string) =>
    mayRead({ strapi, ability: ctx.state.userAbility, uid });

  /** @throws NotFoundError for what is not indexed, ForbiddenError for who may not read it */
  const readableEntry = async (
    ctx: Context,
  ): Promise<{ type: SearchType; documentId: string; rows: Row[] }> => {
    const parsed = entryAddress.safeParse(ctx.params);
    const type = types.find(({ uid }) => uid === parsed.data?.uid);
    if (!parsed.success || !type) throw new errors.NotFoundError('This type is not in search');
    const { documentId } = parsed.data;
    const may = readableBy(ctx)(type.uid);
    if (!may.ofType) throw new errors.PolicyError('You may not read entries of this type');
    const rows = await rowsOf({ strapi, uid: type.uid, documentId });
    if (rows.length === 0) throw new errors.NotFoundError('There is no such entry');
    if (!rows.some((row) => may.ofRow(row)))
      throw new errors.PolicyError('You may not read this entry');
    return { type, documentId, rows };
  };

  return {
    /** The indexed types, for whoever is signed in. */
    types: async (ctx: Context): Promise<void> => {
      const data = types.map(({ uid, type }): IndexedType => {
        const { kind, info } = strapi.getModel(uid as UID.ContentType) as unknown as Schema;
        const { ofType } = readableBy(ctx)(uid);
        return { uid, type, kind, displayName: info.displayName, mayRead: ofType };
      });
      ctx.body = { data };
    },

    /** How one entry stands in search, for who may read it. */
    entry: async (ctx: Context): Promise<void> => {
      const { type, documentId, rows } = await readableEntry(ctx);
      const versions = hasDraftAndPublish({ strapi, uid: type.uid })
        ? rows.filter(({ publishedAt }) => publishedAt != null)
        : rows;
      const data: EntryState = await getService({ strapi, name: 'entryState' }).get({
        type,
        documentId,
        versions,
      });
      ctx.body = { data };
    },

    /** `GET /api/search` as a visitor, or as a member, with each hit's ranking explained. */
    preview: async (ctx: Context): Promise<void> => {
      const { as: asked = 'visitor', ...question } = ctx.query;
      const as = AS.find((one) => one === asked);
      if (as === undefined) {
        const problems = [problem(['as'], `must be one of ${AS.join(', ')}`)];
        return readOrRefuse<void>({ state: 'invalid', problems });
      }
      const service = getService({ strapi, name: 'query' });
      const rules = await service.rules({ now: Date.now() });
      const query = readOrRefuse(parseSearchQuery({ query: question, rules }));
      ctx.set('Cache-Control', 'private, no-store');
      await answerOrSayUnavailable({
        strapi,
        ctx,
        work: async (): Promise<SearchPreview> => {
          const caller = { forMembers: as === 'member' };
          const { data, meta } = await service.explain({ query, caller });
          return { data, meta: { ...meta, as } };
        },
      });
    },

    /** What the engine refused, a page of it, with titles for who may read the entries. */
    deadLetters: async (ctx: Context): Promise<void> => {
      const { page = 1, pageSize = 20 } = readOrRefuse(
        readParameters({ query: ctx.query, schemas: PAGES }),
      );
      const { letters, total } = await getService({ strapi, name: 'status' }).deadLetters({
        page,
        pageSize,
      });
      const titles = await titlesFor({ strapi, entries: letters, readableOf: readableBy(ctx) });
      const body: DeadLetterPage = {
        data: letters.map((letter, index) => ({ ...letter, title: titles[index] ?? null })),
        meta: {
          pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
        },
      };
      ctx.body = body;
    },
  };
};
