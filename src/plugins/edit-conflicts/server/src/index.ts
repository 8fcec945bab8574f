import type { Core } from '@strapi/strapi';
import { answerConflicts } from './answer-conflicts';
import config, { type EditConflictsConfig } from './config';
import { refuseStaleSaves } from './refuse-stale-saves';

export default {
  config,
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.server.api('admin').use(answerConflicts);
    refuseStaleSaves({
      strapi,
      config: strapi.config.get<EditConflictsConfig>('plugin::edit-conflicts'),
    });
  },
};
