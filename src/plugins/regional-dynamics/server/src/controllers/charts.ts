import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { compareChartQuery, editionChartQuery, territoryChartQuery } from './chart-query';
import { readInput } from './read-input';

type Context = {
  params: { unit?: string; reference?: string };
  query: unknown;
  body: unknown;
  type: string;
};

/** Pictures for an `<img>`. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const send = (ctx: Context, svg: string): void => {
    ctx.type = 'image/svg+xml; charset=utf-8';
    ctx.body = svg;
  };
  const charts = () => getService(strapi, 'charts');
  return {
    async territory(ctx: Context) {
      const query = readInput(territoryChartQuery, ctx.query);
      send(ctx, await charts().territory(ctx.params.unit ?? '', query));
    },

    async compare(ctx: Context) {
      send(ctx, await charts().compare(readInput(compareChartQuery, ctx.query)));
    },

    async edition(ctx: Context) {
      const query = readInput(editionChartQuery, ctx.query);
      send(ctx, await charts().edition(ctx.params.reference ?? '', query));
    },
  };
};
