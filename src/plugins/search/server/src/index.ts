import type { Core } from '@strapi/strapi';
import { type Running, start } from './bootstrap';
import { defaultConfig, validateConfig } from './config';
import { PERMISSIONS } from './constants';
import { contentTypes } from './content-types';
import { desk } from './controllers/desk';
import { jobs } from './controllers/jobs';
import { search } from './controllers/search';
import { status } from './controllers/status';
import { registerDocumentMiddleware } from './document-middleware';
import { routes } from './routes';
import { services } from './services';
import { hookModel } from './store/hook-model';
import { jobModel } from './store/job-model';
import { markModel } from './store/mark-model';
import { checkSynonyms } from './watch-synonyms';

const running = new WeakMap<Core.Strapi, Running>();

export default {
  config: { default: defaultConfig, validator: validateConfig },
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.get('models').add(markModel);
    strapi.get('models').add(jobModel);
    strapi.get('models').add(hookModel);
    registerDocumentMiddleware({ strapi });
    checkSynonyms({ strapi });
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission').actionProvider.registerMany(PERMISSIONS);
    running.set(strapi, await start({ strapi }));
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await running.get(strapi)?.stop();
  },
  contentTypes,
  services,
  controllers: { desk, jobs, search, status },
  routes,
};
