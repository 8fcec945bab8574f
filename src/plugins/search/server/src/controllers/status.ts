import type { Core } from '@strapi/strapi';
import { getService } from '../services/get-service';

type Context = Parameters<Core.ControllerHandler>[0];

/** The admin's view of search. No answer ever holds a key. */
export const status = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: async (ctx: Context): Promise<void> => {
    ctx.body = { data: await getService({ strapi, name: 'status' }).get() };
  },
  retry: async (ctx: Context): Promise<void> => {
    ctx.body = { data: { revived: await getService({ strapi, name: 'status' }).retry() } };
  },
});
