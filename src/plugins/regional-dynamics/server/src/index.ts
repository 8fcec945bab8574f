import type { Core } from '@strapi/strapi';
import { checkRecipes } from './check-recipes';
import config from './config';
import contentTypes from './content-types';
import controllers from './controllers';
import { freezeEditions } from './freeze-editions';
import routes from './routes';
import services from './services';

export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }) {
    checkRecipes(strapi);
    freezeEditions(strapi);
  },
  config,
  contentTypes,
  controllers,
  routes,
  services,
};
