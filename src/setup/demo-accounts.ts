import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ROLE_ACCOUNTS } from './role-accounts';

export type DemoAccount = {
  email: string;
  password: string;
  firstname: string;
  lastname: string;
  /** Code of an admin role. */
  role: string;
};

type UserService = {
  create(attributes: Record<string, unknown>): Promise<unknown>;
};

const ADMINISTRATOR = { firstname: 'Camille', lastname: 'Administration' } as const;
const EDITOR = { firstname: 'Dominique', lastname: 'Rédaction' } as const;

/**
 * The accounts that the demo's environment asks for, with default addresses.
 * @throws Error that names the passwords that are missing
 */
export const demoAccounts = (environment: Record<string, string | undefined>): DemoAccount[] => {
  const read = (name: string): string => {
    const value = environment[name]?.trim();
    if (!value) throw new Error(`The demo needs ${name}: it has no default.`);
    return value;
  };
  return [
    {
      ...ADMINISTRATOR,
      role: 'strapi-super-admin',
      email: environment.OTEN_DEMO_ADMIN_EMAIL || 'admin@oten.example',
      password: read('OTEN_DEMO_ADMIN_PASSWORD'),
    },
    {
      ...EDITOR,
      role: 'strapi-editor',
      email: environment.OTEN_DEMO_EDITOR_EMAIL || 'editor@oten.example',
      password: read('OTEN_DEMO_EDITOR_PASSWORD'),
    },
    ...ROLE_ACCOUNTS.map((account) => ({
      ...account,
      email: `${account.role}@oten.example`,
      password: read('OTEN_DEMO_ROLES_PASSWORD'),
    })),
  ];
};

/**
 * Makes those of `accounts` that do not exist; one that does is left as it is, password included.
 * @returns the e-mail addresses of the accounts made now
 * @throws ValidationError when a password has fewer than 8 characters
 */
export const ensureDemoAccounts = async ({
  strapi,
  accounts,
}: {
  strapi: Core.Strapi;
  accounts: DemoAccount[];
}): Promise<string[]> => {
  const users = strapi.service('admin::user') as unknown as UserService;
  const made: string[] = [];
  for (const { role: code, email, password, firstname, lastname } of accounts) {
    const address = email.toLowerCase();
    if (await strapi.db.query('admin::user').findOne({ where: { email: address } })) continue;
    if (password.length < 8) {
      const message = `The password of ${address} needs at least 8 characters.`;
      throw new errors.ValidationError(message, {
        errors: [{ path: ['password'], message, name: 'ValidationError' }],
      });
    }
    const role = await strapi.db.query('admin::role').findOne({ where: { code } });
    // An administrator may have deleted it.
    if (!role) continue;
    await users.create({
      email: address,
      password,
      firstname,
      lastname,
      isActive: true,
      registrationToken: null,
      preferedLanguage: 'fr',
      roles: [role.id],
    });
    made.push(address);
  }
  return made;
};
