import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { indicesQuery } from './rankings-query';
import { readInput } from './read-input';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: { query: unknown; body: unknown }) {
    const query = readInput(indicesQuery, ctx.query);
    ctx.body = await getService(strapi, 'rankings').indices(query);
  },
});
