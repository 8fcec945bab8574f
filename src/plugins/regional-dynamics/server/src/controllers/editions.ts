import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { editionQuery } from './rankings-query';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: { params: { reference: string }; query: unknown; body: unknown }) {
    const query = editionQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { reference } = ctx.params;
    ctx.body = await getService(strapi, 'published-editions').findOne(reference, query.data);
  },
});
