import type { Core } from '@strapi/strapi';
import { readConfig } from '../config';
import type { Rights } from '../core/model';
import { type Auth, rightsOf } from '../guards/rights-of';
import { runTrusted } from '../guards/trusted';

/** What other parts of the server may ask of the guard. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const config = readConfig(strapi.config.get('plugin::access'));
  return {
    runTrusted: <T extends Promise<unknown>>(work: () => T): T => runTrusted({ strapi, work }),
    /** What a caller may read beyond the public, from the request's `ctx.state.auth`. */
    rightsOf: (auth: Auth | undefined): Rights => rightsOf({ auth, config }),
  };
};
