import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { cellsQuery, panelEditionQuery } from './panel-query';
import { indicesQuery } from './rankings-query';

type Context = { params: { reference: string }; query: unknown; body: unknown };

/** What the panel's pages of editions ask for. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => getService(strapi, 'panel-editions');
  return {
    async find(ctx: Context) {
      const query = indicesQuery.safeParse(ctx.query);
      if (!query.success) throw validationError(query.error);
      ctx.body = await service().find(query.data.locale);
    },

    async findOne(ctx: Context) {
      const query = panelEditionQuery.safeParse(ctx.query);
      if (!query.success) throw validationError(query.error);
      ctx.body = await service().findOne(ctx.params.reference, query.data);
    },

    async statistics(ctx: Context) {
      const query = panelEditionQuery.safeParse(ctx.query);
      if (!query.success) throw validationError(query.error);
      ctx.body = await service().statistics(ctx.params.reference, query.data);
    },

    async cells(ctx: Context) {
      const query = cellsQuery.safeParse(ctx.query);
      if (!query.success) throw validationError(query.error);
      ctx.body = await service().cells(ctx.params.reference, query.data);
    },
  };
};
