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
import { activityMarkModel, activityModel } from './store/activity-models';
import { editionMarkModel } from './store/edition-marks';
import { removeAbandoned } from './store/load-figures';
import { numberBatches } from './store/number-batches';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.get('models').add(activityModel);
    strapi.get('models').add(activityMarkModel);
    strapi.get('models').add(editionMarkModel);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await registerPermissions(strapi);
    checkRecipes(strapi);
    freezeEditions(strapi);
    await numberBatches(strapi);
    await removeAbandoned(strapi, new Date());
    await getService(strapi, 'recompute').start();
    getService(strapi, 'activity').start();
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await getService(strapi, 'import-jobs').stop();
    await getService(strapi, 'previews').stop();
    await getService(strapi, 'recompute').stop();
    await getService(strapi, 'activity').stop();
  },
  config,
  contentTypes,
  controllers,
  routes,
  services,
};
