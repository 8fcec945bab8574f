import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { indicesQuery } from './rankings-query';

/** What the panel's pages of editions ask for. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: { query: unknown; body: unknown }) {
    const query = indicesQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    ctx.body = await getService(strapi, 'panel-editions').find(query.data.locale);
  },
});
