import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { cellsQuery, panelEditionQuery } from './panel-query';
import { indicesQuery } from './rankings-query';

type Context = { params: { reference: string }; query: unknown; body: unknown; type: string };

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

    async download(ctx: Context) {
      const query = indicesQuery.safeParse(ctx.query);
      if (!query.success) throw validationError(query.error);
      const pieces = await service().whole(ctx.params.reference, query.data.locale);
      ctx.type = 'application/json; charset=utf-8';
      ctx.body = Readable.from(pieces, { objectMode: false });
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
