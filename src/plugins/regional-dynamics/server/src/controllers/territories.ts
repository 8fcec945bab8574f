import type { Core } from '@strapi/strapi';
import { getService } from '../get-service';
import { answerAs, type ReadContext } from './answer';
import { rankingsCsv } from './rankings-csv';
import { activityQuery, compareQuery, territoryQuery } from './rankings-query';
import { readInput } from './read-input';
import { activityCsv, territoryCsv } from './territory-csv';

type UnitContext = ReadContext & { params: { unit: string } };

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: UnitContext) {
    const { format, ...wanted } = readInput(territoryQuery, ctx.query);
    const body = await getService(strapi, 'territories').findOne(ctx.params.unit, wanted);
    answerAs(ctx, { format, body, rows: () => territoryCsv(body) });
  },

  /** What was published of a territory, whether it has a score or not. */
  async activity(ctx: UnitContext) {
    const { format, ...wanted } = readInput(activityQuery, ctx.query);
    const body = await getService(strapi, 'activity').findOne(ctx.params.unit, wanted);
    answerAs(ctx, { format, body, rows: () => activityCsv(body) });
  },

  async compare(ctx: ReadContext) {
    const { format, ...wanted } = readInput(compareQuery, ctx.query);
    const body = await getService(strapi, 'territories').compare(wanted);
    answerAs(ctx, { format, body, rows: () => rankingsCsv(body.data, body.meta.edition) });
  },
});
