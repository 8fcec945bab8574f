import type { Core } from '@strapi/strapi';

/** Keeps users from registering themselves: Strapi's users-permissions plugin lets them by default. */
export const closeRegistration = async (strapi: Core.Strapi): Promise<void> => {
  if (!strapi.plugin('users-permissions')) return;
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown> | null;
  if (advanced?.allow_register === false) return;
  await store.set({ key: 'advanced', value: { ...advanced, allow_register: false } });
};
