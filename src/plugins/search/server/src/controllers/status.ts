import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { problem } from '../core/problem';
import { getService } from '../services/get-service';
import { readOrRefuse } from './read-or-refuse';

type Context = Parameters<Core.ControllerHandler>[0];

const retryBody = z
  .strictObject({ uid: z.string().min(1), documentId: z.string().min(1) })
  .optional()
  .nullable();

/** A request without a body has an empty one, or none. */
const isEmpty = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.keys(body).length === 0;

/** The admin's view of search. No answer ever holds a key. */
export const status = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: async (ctx: Context): Promise<void> => {
    ctx.body = { data: await getService({ strapi, name: 'status' }).get() };
  },
  summary: async (ctx: Context): Promise<void> => {
    ctx.body = { data: await getService({ strapi, name: 'status' }).summary() };
  },
  /** All dead letters, or that of one entry. */
  retry: async (ctx: Context): Promise<void> => {
    const { body } = ctx.request;
    const parsed = retryBody.safeParse(isEmpty(body) ? null : body);
    const rule = 'of an entry must both be given, and nothing else; no body retries all';
    const entry = readOrRefuse(
      parsed.success
        ? { state: 'valid', value: parsed.data ?? undefined }
        : {
            state: 'invalid',
            problems: [problem(['uid'], rule), problem(['documentId'], rule)],
          },
    );
    ctx.body = { data: { revived: await getService({ strapi, name: 'status' }).retry(entry) } };
  },
});
