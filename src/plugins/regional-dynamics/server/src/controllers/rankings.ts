import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { rankingsQuery } from './rankings-query';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const query = rankingsQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    ctx.body = await getService(strapi, 'rankings').find(query.data);
  },
});
