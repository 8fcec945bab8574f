import type { Core } from '@strapi/strapi';
import { checkRecipes } from './check-recipes';
import config from './config';
import contentTypes from './content-types';
import controllers from './controllers';
import { freezeEditions } from './freeze-editions';
import routes from './routes';
import services from './services';
import { removeAbandoned } from './store/load-figures';
import { numberBatches } from './store/number-batches';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    checkRecipes(strapi);
    freezeEditions(strapi);
    await numberBatches(strapi);
    await removeAbandoned(strapi, new Date());
  },
  config,
  contentTypes,
  controllers,
  routes,
  services,
};
