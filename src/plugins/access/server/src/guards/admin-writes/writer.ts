import type { Core } from '@strapi/strapi';
import { readConfig } from '../../config';
import type { WritePermission } from '../../core/admin-writes/write-permission';

type AdminUser = {
  id: number;
  roles?: { name: string; code: string }[];
  preferedLanguage?: string | null;
};
type State = { user?: AdminUser; auth?: { strategy?: { name?: string } } };

/** Who asks for a write in the admin. */
export type Writer = {
  roles: string[];
  language: string;
  /** Those of all the user's roles, also where an admin token acts for the user. */
  permissions: WritePermission[];
};

const STRATEGIES = ['admin', 'admin-token'];
const SUPER_ADMIN = 'strapi-super-admin';

/**
 * The admin user on whose behalf the running code works. Nobody in seeds, cron jobs and requests of
 * the content API; a super administrator is bound by nothing and counts as nobody too.
 */
export const currentWriter = async (strapi: Core.Strapi): Promise<Writer | undefined> => {
  const { user, auth } = (strapi.requestContext.get()?.state ?? {}) as State;
  if (!user || !STRATEGIES.includes(auth?.strategy?.name ?? '')) return undefined;
  const roles = user.roles ?? [];
  if (roles.some(({ code }) => code === SUPER_ADMIN)) return undefined;
  return {
    roles: roles.map(({ name }) => name),
    language:
      user.preferedLanguage ?? readConfig(strapi.config.get('plugin::access')).panelLanguage,
    permissions: await strapi.service('admin::permission').findUserPermissions(user),
  };
};
