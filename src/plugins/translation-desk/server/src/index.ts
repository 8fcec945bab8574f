import type { Core } from '@strapi/strapi';
import statusController from './controllers/status';
import routes from './routes';
import statusService from './services/status';

export default {
  controllers: { status: statusController },
  routes,
  services: { status: statusService },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission').actionProvider.registerMany([
      {
        section: 'plugins',
        displayName: 'See the state of translations',
        uid: 'status.read',
        pluginName: 'translation-desk',
      },
    ]);
  },
};
