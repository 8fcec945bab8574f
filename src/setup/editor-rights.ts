import type { Core } from '@strapi/strapi';
import { adminService } from './admin-services';
import { isEditedType } from './is-edited-type';
import type { Permission } from './roles/role-permissions';

/** Beside content: the media library and our own pages, given where they exist. */
export const EDITOR_RIGHTS = [
  'plugin::upload.read',
  'plugin::upload.configure-view',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
  'plugin::translation-desk.status.read',
  'plugin::search.status.read',
  'plugin::regional-dynamics.read',
  'plugin::regional-dynamics.edit-data',
  'plugin::regional-dynamics.edit-recipes',
];

/**
 * At the first start, gives Strapi's Editor role every right on our content types in every locale;
 * Strapi itself gives it the locale that existed before ours. What an administrator changes later
 * stays. To be called when the locales exist and plugins have registered their permissions, so from
 * the application's bootstrap.
 */
export const ensureEditorRights = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'core', name: 'setup' });
  if ((await store.get({ key: 'editor-rights' })) !== null) return;
  const role = await adminService(strapi, 'admin::role').findOne({ code: 'strapi-editor' });
  if (!role) throw new Error('The admin role strapi-editor is missing.');

  const { actionProvider } = adminService(strapi, 'admin::permission');
  const actions = actionProvider.values();
  const locales: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  const content = adminService(strapi, 'admin::content-type').getPermissionsWithNestedFields(
    actions.filter(({ section }) => section === 'contentTypes'),
    {
      restrictedSubjects: Object.keys(strapi.contentTypes).filter((uid) => !isEditedType(uid)),
    },
  );
  const permissions: Permission[] = [];
  for (const permission of content) {
    const { action, subject, properties } = permission;
    const perLocale =
      typeof subject === 'string' &&
      (await actionProvider.appliesToProperty('locales', action, subject));
    permissions.push(
      perLocale
        ? { ...permission, properties: { ...properties, locales: locales.map(({ code }) => code) } }
        : permission,
    );
  }
  const known = new Set(actions.map(({ actionId }) => actionId));
  permissions.push(
    ...EDITOR_RIGHTS.filter((action) => known.has(action)).map((action) => ({ action })),
  );
  await adminService(strapi, 'admin::role').assignPermissions(role.id, permissions);
  await store.set({ key: 'editor-rights', value: true });
};
