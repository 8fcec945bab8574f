import type { Core } from '@strapi/strapi';
import { adminService } from '../admin-services';
import { EDITOR_RIGHTS } from '../editor-rights';
import type { Permission } from './role-permissions';
import { ROLES } from './role-table';

const keyOf = ({ action, subject }: Permission): string => [action, subject ?? ''].join(' ').trim();

/** The rights beside content of the roles that the setup makes or fills. */
const RIGHTS: { code: string; rights: Permission[] }[] = [
  { code: 'strapi-editor', rights: EDITOR_RIGHTS.map((action) => ({ action })) },
  ...ROLES.map(({ code, others }) => ({ code, rights: others })),
];

/**
 * Gives each of our admin roles the rights beside content that came after the role was made, each
 * once: a right of a new page, or of a plugin that is turned on later. What an administrator takes
 * away stays away. The first call only notes which rights there are: what a role then lacks may
 * have been taken from it. To be called after the roles are made.
 */
export const grantLaterRights = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'core', name: 'setup' });
  const { actionProvider } = adminService(strapi, 'admin::permission');
  const known = new Set(actionProvider.values().map(({ actionId }) => actionId));
  for (const { code, rights } of RIGHTS) {
    const key = `granted-admin-${code}`;
    const given = (await store.get({ key })) as string[] | null;
    const existing = rights.filter(({ action }) => known.has(action));
    const later = existing.filter((right) => !given?.includes(keyOf(right)));
    if (later.length === 0) continue;
    await strapi.db.transaction(async () => {
      const role = await adminService(strapi, 'admin::role').findOne({ code });
      for (const right of given && role ? later : []) {
        const { action, subject = null } = right;
        const permissions = strapi.db.query('admin::permission');
        const where = { action, subject, role: role?.id };
        if (await permissions.findOne({ where })) continue;
        const empty = { actionParameters: {}, properties: {}, conditions: [] };
        await permissions.create({ data: { ...empty, ...right, role: role?.id } });
      }
      await store.set({ key, value: [...(given ?? []), ...later.map(keyOf)] });
    });
  }
};
