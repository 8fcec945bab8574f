import type { Core } from '@strapi/strapi';
import { rankingChart } from '../core/ranking-chart';
import { getService } from '../get-service';
import { validationError } from '../validation-error';
import { answerAs, type ReadContext } from './answer';
import { rankingsCsv } from './rankings-csv';
import { chartQuery, rankingsQuery } from './rankings-query';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: ReadContext) {
    const query = rankingsQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { format, ...wanted } = query.data;
    const answer = await getService(strapi, 'rankings').find(wanted);
    answerAs(ctx, {
      format,
      body: answer,
      rows: () => rankingsCsv(answer.data, answer.meta.edition),
    });
  },

  /** The same page of the ranking as a picture, for an `<img>`. */
  async chart(ctx: ReadContext) {
    const query = chartQuery.safeParse(ctx.query);
    if (!query.success) throw validationError(query.error);
    const { data, meta } = await getService(strapi, 'rankings').find(query.data);
    const french = query.data.locale === 'fr';
    const title = `${meta.index.name}, ${meta.year}`;
    const note = french
      ? `Rang, et entre parenthèses son intervalle sous les hypothèses testées (${meta.edition})`
      : `Rank, and in brackets its range under the tested assumptions (${meta.edition})`;
    ctx.type = 'image/svg+xml; charset=utf-8';
    ctx.body = rankingChart(data, { title, note, missing: french ? 'non classée' : 'not ranked' });
  },
});
