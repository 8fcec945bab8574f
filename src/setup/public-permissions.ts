import type { Core } from '@strapi/strapi';
import { grantOnce } from './grant-once';
import { publicActions } from './public-actions';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

/** What a signed-in user does with the own account. A new role gets none of it from Strapi. */
const ACCOUNT = [
  'plugin::users-permissions.user.me',
  'plugin::users-permissions.auth.changePassword',
  'plugin::users-permissions.auth.logout',
  'plugin::users-permissions.auth.getSessions',
  'plugin::users-permissions.auth.revokeSession',
];

/** Open to the public in Strapi, of no use where nobody registers. */
const CLOSED = [
  'plugin::users-permissions.auth.register',
  'plugin::users-permissions.auth.connect',
  'plugin::users-permissions.auth.emailConfirmation',
  'plugin::users-permissions.auth.sendEmailConfirmation',
  'plugin::users-permissions.auth.forgotPassword',
  'plugin::users-permissions.auth.resetPassword',
];

const ensureMemberRole = async (strapi: Core.Strapi): Promise<void> => {
  const roles = strapi.db.query(ROLE);
  if (await roles.findOne({ where: { type: 'member' } })) return;
  await roles.create({
    data: {
      name: 'Member',
      type: 'member',
      description: 'Reads the entries that are kept for members.',
    },
  });
};

/**
 * At the first start: makes the role *member*, lets the public and every signed-in user read what is
 * public, and closes Strapi's doors for new accounts. Later starts only add the reads that a new
 * version brings; what an administrator changed stays.
 */
export const ensurePublicPermissions = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'core', name: 'setup' });
  if ((await store.get({ key: 'roles' })) === null) {
    await strapi.db.transaction(async () => {
      await ensureMemberRole(strapi);
      await strapi.db.query(PERMISSION).deleteMany({
        where: { action: { $in: CLOSED }, role: { type: 'public' } },
      });
      await store.set({ key: 'roles', value: true });
    });
  }
  const reads = publicActions(strapi);
  await grantOnce({ strapi, roleType: 'public', actions: reads });
  // Roles of users-permissions inherit nothing from the public one.
  for (const roleType of ['authenticated', 'member']) {
    await grantOnce({ strapi, roleType, actions: [...reads, ...ACCOUNT] });
  }
};
