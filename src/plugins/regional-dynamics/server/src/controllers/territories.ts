import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { answerAs, type ReadContext } from './answer';
import { rankingsCsv } from './rankings-csv';
import { activityQuery, compareQuery, territoryQuery } from './rankings-query';
import { activityCsv, territoryCsv } from './territory-csv';

type UnitContext = ReadContext & { params: { unit: string } };

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: UnitContext) {
    const query = territoryQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { format, ...wanted } = query.data;
    const body = await getService(strapi, 'territories').findOne(ctx.params.unit, wanted);
    answerAs(ctx, { format, body, rows: () => territoryCsv(body) });
  },

  /** What was published of a territory, whether it has a score or not. */
  async activity(ctx: UnitContext) {
    const query = activityQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { format, ...wanted } = query.data;
    const body = await getService(strapi, 'activity').findOne(ctx.params.unit, wanted);
    answerAs(ctx, { format, body, rows: () => activityCsv(body) });
  },

  async compare(ctx: ReadContext) {
    const query = compareQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { format, ...wanted } = query.data;
    const body = await getService(strapi, 'territories').compare(wanted);
    answerAs(ctx, { format, body, rows: () => rankingsCsv(body.data, body.meta.edition) });
  },
});
