/** As much of one of Strapi's admin permissions as the guard reads. */
export type WritePermission = {
  action: string;
  subject?: string | null;
  properties?: { locales?: string[] | null; fields?: string[] | null };
};

/** What a role may do to an entry in Strapi's content manager; unpublishing counts as publishing. */
export type Right = 'create' | 'update' | 'publish' | 'delete';

const ACTION = 'plugin::content-manager.explorer.';

/** The permissions that give `right` on a type; none means that it may not be done at all. */
export const permissionsFor = ({
  permissions,
  right,
  uid,
}: {
  permissions: WritePermission[];
  right: Right;
  uid: string;
}): WritePermission[] =>
  permissions.filter(({ action, subject }) => action === `${ACTION}${right}` && subject === uid);

/** Whether a permission reaches a version of an entry. Strapi writes all locales as null. */
export const reaches = ({ properties }: WritePermission, locale: string): boolean =>
  properties?.locales === null || properties?.locales?.includes(locale) === true;
