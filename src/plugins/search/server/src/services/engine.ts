import type { Core } from '@strapi/strapi';
import { createMeilisearchEngine } from '../engine/meilisearch';
import { getConfig } from './get-service';

/** Two clients, so that a search never waits as long as a delivery may. */
export const engine = ({ strapi }: { strapi: Core.Strapi }) => {
  const { host, apiKey, delivery, searchTimeoutMs } = getConfig(strapi);
  const writer = createMeilisearchEngine({
    host,
    apiKey,
    timeoutMs: delivery.requestTimeoutMs,
    taskTimeoutMs: delivery.taskTimeoutMs,
  });
  const reader = createMeilisearchEngine({
    host,
    apiKey,
    timeoutMs: searchTimeoutMs,
    taskTimeoutMs: delivery.taskTimeoutMs,
  });
  return {
    writer,
    reader,
    close: async () => {
      await Promise.all([writer.close(), reader.close()]);
    },
  };
};
