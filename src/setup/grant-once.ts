import type { Core } from '@strapi/strapi';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';

/**
 * Gives a users-permissions role those of `actions` that it was never given before. What an
 * administrator takes away later stays away; an action of a later version is given once.
 * @param roleType the role's `type`, as `public`
 * @returns the actions given now
 */
export const grantOnce = async ({
  strapi,
  roleType,
  actions,
}: {
  strapi: Core.Strapi;
  roleType: string;
  actions: string[];
}): Promise<string[]> => {
  const store = strapi.store({ type: 'core', name: 'setup' });
  const key = `granted-${roleType}`;
  const given = ((await store.get({ key })) ?? []) as string[];
  const missing = actions.filter((action) => !given.includes(action));
  if (missing.length === 0) return [];
  await strapi.db.transaction(async () => {
    const role = await strapi.db.query(ROLE).findOne({ where: { type: roleType } });
    if (!role) throw new Error(`The role ${roleType} of users-permissions is missing.`);
    const present: { action: string }[] = await strapi.db
      .query(PERMISSION)
      .findMany({ where: { role: role.id, action: { $in: missing } } });
    for (const action of missing) {
      if (present.some((permission) => permission.action === action)) continue;
      await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    }
    await store.set({ key, value: [...given, ...missing] });
  });
  return missing;
};
