import type { Core } from '@strapi/strapi';
import { hubRules } from './api/hub/rules';
import { irisRules } from './api/iris/rules';
import { observatoryRules } from './api/observatory/rules';
import { registerRules } from './rules/register-rules';
import { addLocales } from './setup/locales';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerRules({ strapi, rules: { ...observatoryRules, ...irisRules, ...hubRules } });
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await addLocales({ strapi });
  },
};
