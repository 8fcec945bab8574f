import type { Core } from '@strapi/strapi';
import { adminService } from '../admin-services';
import { isEditedType } from '../is-edited-type';
import { rolePermissions, type TypeFacts } from './role-permissions';
import { ROLES } from './role-table';

type Attributes = Record<string, { private?: boolean }>;

const typeFacts = (strapi: Core.Strapi): TypeFacts[] => {
  const { getNestedFields } = adminService(strapi, 'admin::content-type');
  const { isLocalizedContentType } = strapi.plugin('i18n').service('content-types');
  const privateTypes = strapi.config.get<string[]>('plugin::access.privateTypes', []);
  const servedOnly = strapi.config.get<object>('plugin::access.servedOnly', {});
  return Object.values(strapi.contentTypes)
    .filter(({ uid }) => isEditedType(uid))
    .map((type) => ({
      uid: type.uid,
      isTranslated: isLocalizedContentType(type),
      isPrivate: privateTypes.includes(type.uid),
      isServedInPart: type.uid in servedOnly,
      hasDrafts: type.options?.draftAndPublish === true,
      fields: getNestedFields(type, { components: strapi.components }),
      privateAttributes: Object.entries(type.attributes as Attributes)
        .filter(([, attribute]) => attribute.private === true)
        .map(([name]) => name),
    }));
};

/**
 * Makes the observatory's admin roles, each once: which ones were made is remembered, so that what
 * an administrator changes, renames or deletes later stays so. A role of that name or code that was
 * there before is left as it is. To be called when the locales exist and plugins have registered
 * their permissions.
 * @returns the codes of the roles made now
 */
export const ensureRoles = async (strapi: Core.Strapi): Promise<string[]> => {
  const store = strapi.store({ type: 'core', name: 'setup' });
  const seen = ((await store.get({ key: 'admin-roles' })) ?? []) as string[];
  const missing = ROLES.filter(({ code }) => !seen.includes(code));
  if (missing.length === 0) return [];
  const { actionProvider } = adminService(strapi, 'admin::permission');
  const known = new Set(actionProvider.values().map(({ actionId }) => actionId));
  const locales: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  const types = typeFacts(strapi);
  const roles = strapi.db.query('admin::role');
  const made: string[] = [];
  await strapi.db.transaction(async () => {
    for (const role of missing) {
      const { code, name, description } = role;
      if (await roles.findOne({ where: { $or: [{ code }, { name }] } })) continue;
      const permissions = rolePermissions({
        role,
        types,
        locales: locales.map((locale) => locale.code),
        known,
      });
      // The role service writes them one by one, which takes seconds; many at once take no defaults.
      const { ids } = await strapi.db.query('admin::permission').createMany({
        data: permissions.map((permission) => ({
          actionParameters: {},
          properties: {},
          conditions: [],
          ...permission,
        })),
      });
      await roles.create({ data: { code, name, description, permissions: ids } });
      made.push(code);
    }
    await store.set({ key: 'admin-roles', value: [...seen, ...missing.map(({ code }) => code)] });
  });
  return made;
};
