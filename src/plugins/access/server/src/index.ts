import type { Core } from '@strapi/strapi';
import { registerConditions } from './conditions/may-be-served';
import config, { readConfig } from './config';
import drafts from './controllers/drafts';
import members from './controllers/members';
import { guardAdminWrites } from './guards/admin-writes/guard-admin-writes';
import { closeRegistration } from './guards/close-registration';
import { closeRoutes } from './guards/close-routes';
import { createDocumentGuard } from './guards/document-guard';
import { guardEvents } from './guards/guard-events';
import { hidePrivateTypes } from './guards/hide-private-types';
import { rememberAbilities } from './guards/remember-abilities';
import { createRequestGuard } from './guards/request-guard';
import { tellRetry } from './guards/tell-retry';
import routes from './routes';
import guard from './services/guard';

export default {
  config,
  controllers: { drafts, members },
  routes,
  services: { guard },
  register({ strapi }: { strapi: Core.Strapi }) {
    const settings = readConfig(strapi.config.get('plugin::access'));
    rememberAbilities({ strapi });
    hidePrivateTypes({ strapi, privateTypes: settings.privateTypes });
    closeRoutes({ strapi, closed: settings.closedRoutes });
    strapi.server.api('content-api').use(tellRetry);
    strapi.server.api('content-api').use(createRequestGuard({ strapi, config: settings }));
    strapi.documents.use(createDocumentGuard({ strapi, config: settings }));
    guardEvents({ strapi, config: settings });
    guardAdminWrites({ strapi, config: settings });
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await closeRegistration(strapi);
    await registerConditions(strapi);
  },
};
