import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { buildCatalogue } from './core/build-catalogue';
import type { Schema, Settings } from './core/schema';
import type { Dependencies } from './middleware/context';

const CODE_BYTES = 5;

const known = new WeakMap<Core.Strapi, Dependencies>();

const createDependencies = (strapi: Core.Strapi): Dependencies => {
  const settings = strapi.config.get('plugin::shared-fields') as Settings;
  return {
    strapi,
    settings,
    catalogue: buildCatalogue({
      contentTypes: strapi.contentTypes as unknown as Record<string, Schema>,
      components: strapi.components as unknown as Record<string, Schema>,
      settings,
    }),
    makeCode: () => `c${randomBytes(CODE_BYTES).toString('hex')}`,
    now: () => new Date(),
  };
};

/** What the middleware and the services work with, read once from schemas and settings. */
export const dependenciesOf = (strapi: Core.Strapi): Dependencies => {
  const dependencies = known.get(strapi) ?? createDependencies(strapi);
  known.set(strapi, dependencies);
  return dependencies;
};
