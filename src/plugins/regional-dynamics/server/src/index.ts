import type { Core } from '@strapi/strapi';
import { checkRecipes } from './check-recipes';
import config from './config';
import contentTypes from './content-types';
import controllers from './controllers';
import { freezeEditions } from './freeze-editions';
import { getService } from './get-service';
import { registerPermissions } from './register-permissions';
import routes from './routes';
import services from './services';
import { removeAbandoned } from './store/load-figures';
import { numberBatches } from './store/number-batches';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await registerPermissions(strapi);
    checkRecipes(strapi);
    freezeEditions(strapi);
    await numberBatches(strapi);
    await removeAbandoned(strapi, new Date());
    await getService(strapi, 'recompute').start();
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await getService(strapi, 'recompute').stop();
  },
  config,
  contentTypes,
  controllers,
  routes,
  services,
};
