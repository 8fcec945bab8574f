import type { Core } from '@strapi/strapi';
import { requireSecrets } from './setup/require-secrets';
import { setUp } from './setup/set-up';

// Before any plugin registers: Strapi's own messages name one missing setting at a time.
requireSecrets(process.env);

export default {
  register(_: { strapi: Core.Strapi }) {},
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await setUp({ strapi, environment: process.env });
  },
};
