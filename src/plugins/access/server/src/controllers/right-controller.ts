import type { Core } from '@strapi/strapi';
import { readConfig } from '../config';
import type { Rights } from '../core/model';
import { refusal } from '../core/refusal';
import { rightsOf } from '../guards/rights-of';

/**
 * A permission of the content API exists in Strapi only as a controller's action with a route; this
 * is the action. It answers what the guard thinks of the caller.
 */
export const createRightController =
  (right: keyof Rights) =>
  ({ strapi }: { strapi: Core.Strapi }): Core.Controller => ({
    async read(ctx) {
      const config = readConfig(strapi.config.get('plugin::access'));
      if (!rightsOf({ auth: ctx.state.auth, config })[right]) {
        throw refusal({
          message: `These credentials do not hold the permission plugin::access.${right}.read.`,
          path: right,
        });
      }
      ctx.body = { data: { [right]: true } };
    },
  });
