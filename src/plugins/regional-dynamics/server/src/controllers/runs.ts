import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { GetRuns } from '../../../shared/admin-contracts';
import { INDEX } from '../constants';
import { getService } from '../get-service';

type Context = { params: { index: string }; body: unknown };

/** How far the computations of the planned editions are. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = (): GetRuns => ({ data: getService(strapi, 'recompute').runs() });
  return {
    async find(ctx: Context) {
      ctx.body = answer();
    },

    /** Has the planned editions of an index computed; unchanged inputs make no new edition. */
    async start(ctx: Context) {
      const { index } = ctx.params;
      const known = await strapi.db.query(INDEX).count({ where: { code: index } });
      if (known === 0) throw new errors.NotFoundError(`There is no index "${index}"`);
      await getService(strapi, 'recompute').mark(index);
      ctx.body = answer();
    },

    /** Stops what waits or computes; no edition of it is left. */
    async cancel(ctx: Context) {
      const { index } = ctx.params;
      const isCancelled = await getService(strapi, 'recompute').cancel(index);
      if (!isCancelled) throw new errors.NotFoundError(`Nothing of "${index}" is computing`);
      ctx.body = answer();
    },
  };
};
