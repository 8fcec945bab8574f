import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { compareChartQuery, editionChartQuery, territoryChartQuery } from './chart-query';

type Context = {
  params: { unit?: string; reference?: string };
  query: unknown;
  body: unknown;
  type: string;
};

const checked = <T>(schema: z.ZodType<T>, given: unknown): T => {
  const query = schema.safeParse(given);
  if (!query.success) throw validationError(query.error);
  return query.data;
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
      const query = checked(territoryChartQuery, ctx.query);
      send(ctx, await charts().territory(ctx.params.unit ?? '', query));
    },

    async compare(ctx: Context) {
      send(ctx, await charts().compare(checked(compareChartQuery, ctx.query)));
    },

    async edition(ctx: Context) {
      const query = checked(editionChartQuery, ctx.query);
      send(ctx, await charts().edition(ctx.params.reference ?? '', query));
    },
  };
};
