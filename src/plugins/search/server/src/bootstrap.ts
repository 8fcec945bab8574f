import type { Core } from '@strapi/strapi';
import { checkSettings } from './core/check-settings';
import { checkTypes, type SchemaAttribute } from './core/check-types';
import { subscribeToDatabase } from './database-subscriber';
import { getConfig, getService } from './services/get-service';

const attributesOf = ({ strapi, uid }: { strapi: Core.Strapi; uid: string }) => {
  const model = strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]) as
    | { attributes: Record<string, SchemaAttribute> }
    | undefined;
  return model?.attributes;
};

/** The timers and subscriptions of a running plugin. */
export type Running = { stop: () => Promise<void> };

/**
 * Checks the declarations, subscribes to the database and starts the worker and the reconciler.
 * An engine that can't be reached stops nothing.
 * @throws Error that names every mistake of the declarations
 */
export const start = ({ strapi }: { strapi: Core.Strapi }): Running => {
  const { types, parameters, attributes } = getConfig(strapi);
  const problems = [
    ...checkTypes({ types, schemas: (uid) => attributesOf({ strapi, uid }) }),
    ...checkSettings({ types, parameters, attributes }),
  ];
  if (problems.length > 0) {
    throw new Error(`search: the declarations don't fit the content types: ${problems.join('; ')}`);
  }
  const unsubscribe = subscribeToDatabase({ strapi });
  const delivery = getService({ strapi, name: 'delivery' });
  const reconciler = getService({ strapi, name: 'reconciler' });
  delivery.start();
  reconciler.start();
  return {
    stop: async () => {
      unsubscribe();
      await Promise.all([delivery.stop(), reconciler.stop()]);
    },
  };
};
