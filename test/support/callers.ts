import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';

export type TokenType = 'custom' | 'read-only' | 'full-access';

/**
 * An API token of the content API.
 * @param permissions actions, for a custom one
 * @returns its key
 */
export const makeApiToken = async ({
  strapi,
  name,
  type,
  permissions,
}: {
  strapi: Core.Strapi;
  name: string;
  type: TokenType;
  permissions?: string[];
}): Promise<string> => {
  const { accessKey } = await strapi.service('admin::api-token-content-api').create({
    name,
    description: '',
    kind: 'content-api',
    type,
    lifespan: null,
    ...(permissions ? { permissions } : {}),
  });
  return accessKey;
};

/**
 * A new user of users-permissions, signed in as a front-end does it.
 * @param roleType the role's `type`, as `member`
 * @returns the session's JWT
 */
export const signInUser = async ({
  strapi,
  url,
  roleType,
}: {
  strapi: Core.Strapi;
  url: string;
  roleType: string;
}): Promise<string> => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: roleType } });
  const email = `${roleType}-${randomBytes(4).toString('hex')}@example.org`;
  const password = randomBytes(12).toString('hex');
  await strapi.plugin('users-permissions').service('user').add({
    username: email,
    email,
    password,
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: role.id,
  });
  const response = await fetch(`${url}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: email, password }),
  });
  const { jwt } = (await response.json()) as { jwt?: string };
  if (!jwt) throw new Error(`Signing in was answered ${response.status}.`);
  return jwt;
};
