import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { GetRuns } from '../../../shared/admin-contracts';
import { INDEX } from '../constants';
import { inFrench } from '../core/in-french';
import { getService } from '../get-service';
import { type PanelContext, panelLocale } from './panel-context';
import { readInput } from './read-input';

type Context = Pick<PanelContext, 'query' | 'body'> & { params: { index: string } };

const runsQuery = z.strictObject({ locale: panelLocale });

/** How far the computations of the planned editions are. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** What has failed says why, in French or English. */
  const answer = (ctx: Context): GetRuns => {
    const { locale } = readInput(runsQuery, ctx.query);
    const runs = getService(strapi, 'recompute').runs();
    return {
      data: runs.map(({ index, state }) => ({
        index,
        state:
          state.kind === 'failed' && locale === 'fr'
            ? { ...state, message: inFrench(state.message) }
            : state,
      })),
    };
  };
  return {
    async find(ctx: Context) {
      ctx.body = answer(ctx);
    },

    /** Has the planned editions of an index computed; unchanged inputs make no new edition. */
    async start(ctx: Context) {
      const { index } = ctx.params;
      const known = await strapi.db.query(INDEX).count({ where: { code: index } });
      if (known === 0) throw new errors.NotFoundError(`There is no index "${index}"`);
      await getService(strapi, 'recompute').mark(index);
      ctx.body = answer(ctx);
    },

    /** Stops what waits or computes; no edition of it is left. */
    async cancel(ctx: Context) {
      const { index } = ctx.params;
      const isCancelled = await getService(strapi, 'recompute').cancel(index);
      if (!isCancelled) throw new errors.NotFoundError(`Nothing of "${index}" is computing`);
      ctx.body = answer(ctx);
    },
  };
};
