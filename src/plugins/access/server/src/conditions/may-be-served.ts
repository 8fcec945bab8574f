import type { Core } from '@strapi/strapi';
import { readConfig } from '../config';

/** Condition of an admin permission: only what the content API may serve at all (`servedOnly`). */
const MAY_BE_SERVED = 'may-be-served';

export const registerConditions = async (strapi: Core.Strapi): Promise<void> => {
  const { servedOnly } = readConfig(strapi.config.get('plugin::access'));
  await strapi.service('admin::permission').conditionProvider.register({
    displayName: 'May be served to the public',
    name: MAY_BE_SERVED,
    plugin: 'access',
    category: 'Access',
    handler: ({ permission }: { permission: { subject?: string | null } }) =>
      servedOnly[permission.subject ?? ''] ?? true,
  });
};
