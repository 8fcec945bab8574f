import type { Grant, RoleDefinition } from './role-table';

export type Permission = {
  action: string;
  subject?: string;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
};

/** What a content type is, as far as roles depend on it. */
export type TypeFacts = {
  uid: string;
  isTranslated: boolean;
  isPrivate: boolean;
  /** Whether only some of its entries may be served to the public. */
  isServedInPart: boolean;
  /** Whether it has drafts, so that publishing is an action. */
  hasDrafts: boolean;
  /** Paths of all its fields, into components too. */
  fields: string[];
  /** Its attributes that no public way serves. */
  privateAttributes: string[];
};

/** Condition of the access plugin: only entries that the public may see at all. */
const MAY_BE_SERVED = 'plugin::access.may-be-served';

const suffixOf = (locale: string): string => locale.charAt(0).toUpperCase() + locale.slice(1);

const columnsOf = ({ fields }: TypeFacts, locale: string): string[] =>
  fields.filter((field) => field.endsWith(suffixOf(locale)));

const isMeant = (type: TypeFacts, { types }: Grant, locales: string[]): boolean => {
  if (typeof types === 'object') {
    return types.named.some((name) =>
      name.endsWith('.') ? type.uid.startsWith(name) : type.uid === name,
    );
  }
  if (type.isPrivate) return false;
  if (types === 'known') return true;
  if (types === 'translated') return type.isTranslated;
  return !type.isTranslated && locales.every((locale) => columnsOf(type, locale).length > 0);
};

const fieldsOf = (type: TypeFacts, { types, locale, open }: Grant): string[] => {
  const own = types === 'by-column' && locale ? columnsOf(type, locale) : type.fields;
  return open
    ? own.filter((field) => !type.privateAttributes.includes(field.split('.')[0] ?? field))
    : own;
};

/**
 * What a role is given.
 * @param locales codes of all locales
 * @param known actions that exist in this start
 */
export const rolePermissions = ({
  role,
  types,
  locales,
  known,
}: {
  role: RoleDefinition;
  types: TypeFacts[];
  locales: string[];
  known: Set<string>;
}): Permission[] => {
  const permissions = new Map<string, Permission>();
  for (const grant of role.grants) {
    for (const type of types.filter((one) => isMeant(one, grant, locales))) {
      for (const name of grant.actions) {
        const key = `${type.uid} ${name}`;
        if (permissions.has(key) || (name === 'publish' && !type.hasDrafts)) continue;
        const hasFields = name === 'create' || name === 'read' || name === 'update';
        permissions.set(key, {
          action: `plugin::content-manager.explorer.${name}`,
          subject: type.uid,
          properties: {
            ...(hasFields ? { fields: fieldsOf(type, grant) } : {}),
            ...(type.isTranslated ? { locales: grant.locale ? [grant.locale] : locales } : {}),
          },
          conditions: grant.open && type.isServedInPart ? [MAY_BE_SERVED] : [],
        });
      }
    }
  }
  return [...permissions.values(), ...role.others.filter(({ action }) => known.has(action))];
};
