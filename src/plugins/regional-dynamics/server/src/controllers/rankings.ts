import type { Core } from '@strapi/strapi';
import { leagueChart } from '../../../shared/charts/league-chart';
import { DARK, LIGHT } from '../../../shared/charts/theme';
import { drawSvg } from '../draw-svg';
import { getService } from '../get-service';
import { answerAs, type ReadContext } from './answer';
import { rankingChartQuery } from './chart-query';
import { rankingsCsv } from './rankings-csv';
import { rankingsQuery } from './rankings-query';
import { readInput } from './read-input';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: ReadContext) {
    const { format, ...wanted } = readInput(rankingsQuery, ctx.query);
    const answer = await getService(strapi, 'rankings').find(wanted);
    answerAs(ctx, {
      format,
      body: answer,
      rows: () => rankingsCsv(answer.data, answer.meta.edition),
    });
  },

  /** The same page of the ranking as a picture, for an `<img>`. */
  async chart(ctx: ReadContext) {
    const { mode, ...wanted } = readInput(rankingChartQuery, ctx.query);
    const { data, meta } = await getService(strapi, 'rankings').find(wanted);
    const look = { locale: wanted.locale, theme: mode === 'dark' ? DARK : LIGHT };
    const source = { index: meta.index.name, year: meta.year, edition: meta.edition };
    ctx.type = 'image/svg+xml; charset=utf-8';
    ctx.body = drawSvg(leagueChart(data, { source, look }), look);
  },
});
