import type { Core } from '@strapi/strapi';
import { closingCalls, dueReviews, myDrafts, waiting } from './lists';

const LISTS = {
  'my-drafts': myDrafts,
  waiting,
  'due-reviews': dueReviews,
  'closing-calls': closingCalls,
};

/**
 * Adds the admin routes by which the panel's homepage asks what there is to do: `GET /homepage/…`,
 * for anybody who is signed in to the panel, each answer narrowed to what that person may read. Call
 * it in `register()`.
 * @param clock milliseconds since 1970
 */
export const registerHomepage = ({
  strapi,
  clock = () => Date.now(),
}: {
  strapi: Core.Strapi;
  clock?: () => number;
}): void => {
  strapi.server.routes({
    type: 'admin',
    prefix: '/homepage',
    routes: Object.entries(LISTS).map(([name, list]) => ({
      method: 'GET',
      path: `/${name}`,
      info: { type: 'admin' },
      config: { policies: ['admin::isAuthenticatedAdmin'] },
      handler: async (ctx: Parameters<Core.MiddlewareHandler>[0]) => {
        const { user, userAbility: ability } = ctx.state;
        ctx.body = { data: await list({ strapi, reader: { user, ability }, now: clock() }) };
      },
    })),
  });
};
