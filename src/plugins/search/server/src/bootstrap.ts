import type { Core } from '@strapi/strapi';
import { JOB_KINDS } from '../../shared/contracts';
import { checkSettings } from './core/check-settings';
import { checkTypes, type SchemaAttribute } from './core/check-types';
import { subscribeToDatabase } from './database-subscriber';
import { getConfig, getService } from './services/get-service';
import { databaseOf } from './store/database';
import { prepareJobs } from './store/jobs';
import { pushSynonyms } from './watch-synonyms';

const attributesOf = ({ strapi, uid }: { strapi: Core.Strapi; uid: string }) => {
  const model = strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]) as
    | { attributes: Record<string, SchemaAttribute> }
    | undefined;
  return model?.attributes;
};

/** The timers and subscriptions of a running plugin. */
export type Running = { stop: () => Promise<void> };

/**
 * Checks the declarations, subscribes to the database and, where this process is a worker, starts the
 * delivery and the comparisons.
 * An engine that can't be reached stops nothing.
 * @throws Error that names every mistake of the declarations
 */
export const start = async ({ strapi }: { strapi: Core.Strapi }): Promise<Running> => {
  const { types, parameters, attributes, worker } = getConfig(strapi);
  const problems = [
    ...checkTypes({ types, schemas: (uid) => attributesOf({ strapi, uid }) }),
    ...checkSettings({ types, parameters, attributes }),
  ];
  if (problems.length > 0) {
    throw new Error(`search: the declarations don't fit the content types: ${problems.join('; ')}`);
  }
  await prepareJobs({ db: databaseOf(strapi), kinds: JOB_KINDS });
  const unsubscribe = subscribeToDatabase({ strapi });
  const unsubscribeSynonyms = pushSynonyms({ strapi });
  const delivery = getService({ strapi, name: 'delivery' });
  const reconciler = getService({ strapi, name: 'reconciler' });
  const webhook = getService({ strapi, name: 'webhook' });
  if (worker) {
    delivery.start();
    webhook.start();
    reconciler.start();
  }
  return {
    stop: async () => {
      unsubscribe();
      unsubscribeSynonyms();
      // Long work first: it needs the engine to clean up after itself.
      await Promise.all([reconciler.stop(), getService({ strapi, name: 'jobs' }).stop()]);
      await delivery.stop();
      await webhook.stop();
    },
  };
};
