import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { parseSearchQuery } from '../core/parse-search-query';
import { EngineRefused, EngineUnavailable } from '../engine/errors';
import { getConfig, getService } from '../services/get-service';

const RETRY_AFTER_SECONDS = 5;

type Context = Parameters<Core.ControllerHandler>[0];

/** `GET /api/search`: 400 names the parameter and its rule, 503 says that the engine is down. */
export const search = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: async (ctx: Context): Promise<void> => {
    const service = getService({ strapi, name: 'query' });
    const parsed = parseSearchQuery({ query: ctx.query, rules: await service.rules() });
    if (parsed.state === 'invalid') {
      const { problems } = parsed;
      throw new errors.ValidationError(problems.map(({ message }) => message).join('; '), {
        errors: problems,
      });
    }
    try {
      const { mayFindMembers } = getConfig(strapi);
      ctx.body = await service.search({
        query: parsed.query,
        forMembers: mayFindMembers?.({ strapi, auth: ctx.state.auth }) === true,
      });
    } catch (error) {
      if (!(error instanceof EngineUnavailable || error instanceof EngineRefused)) throw error;
      strapi.log.warn(`search: a search could not be answered: ${error.message}`);
      ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
      ctx.status = 503;
      ctx.body = {
        data: null,
        error: {
          status: 503,
          name: 'ServiceUnavailableError',
          message: 'Search is not available at the moment; everything else is. Try again soon.',
          details: {},
        },
      };
    }
  },
});
