import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { cellsQuery, panelEditionQuery } from './panel-query';
import { indicesQuery } from './rankings-query';
import { readInput } from './read-input';

type Context = { params: { reference: string }; query: unknown; body: unknown; type: string };

/** What the panel's pages of editions ask for. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = () => getService(strapi, 'panel-editions');
  return {
    async find(ctx: Context) {
      const query = readInput(indicesQuery, ctx.query);
      ctx.body = await service().find(query.locale);
    },

    async findOne(ctx: Context) {
      const query = readInput(panelEditionQuery, ctx.query);
      ctx.body = await service().findOne(ctx.params.reference, query);
    },

    async download(ctx: Context) {
      const query = readInput(indicesQuery, ctx.query);
      const pieces = await service().whole(ctx.params.reference, query.locale);
      ctx.type = 'application/json; charset=utf-8';
      ctx.body = Readable.from(pieces, { objectMode: false });
    },

    async statistics(ctx: Context) {
      const query = readInput(panelEditionQuery, ctx.query);
      ctx.body = await service().statistics(ctx.params.reference, query);
    },

    async cells(ctx: Context) {
      const query = readInput(cellsQuery, ctx.query);
      ctx.body = await service().cells(ctx.params.reference, query);
    },
  };
};
