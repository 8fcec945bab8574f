import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { compareQuery, territoryQuery } from './rankings-query';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: { params: { unit: string }; query: unknown; body: unknown }) {
    const query = territoryQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    ctx.body = await getService(strapi, 'territories').findOne(ctx.params.unit, query.data);
  },

  async compare(ctx: { query: unknown; body: unknown }) {
    const query = compareQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    ctx.body = await getService(strapi, 'territories').compare(query.data);
  },
});
