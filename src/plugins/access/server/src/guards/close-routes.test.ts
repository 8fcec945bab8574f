import type { Core } from '@strapi/strapi';
import { expect, test } from 'vitest';
import { closeRoutes } from './close-routes';

type Router = { type: string; routes: { method: string; path: string }[] };

const account = { method: 'GET', path: '/users', config: { prefix: '' } };
const own = { method: 'GET', path: '/users/me', config: { prefix: '' } };
const file = { method: 'GET', path: '/files' };

test('takes the named routes off the content API, and leaves those of the admin where they stand', () => {
  const admin = { type: 'admin', routes: [account] };
  const plugins = {
    accounts: {
      routes: { admin, 'content-api': () => ({ type: 'content-api', routes: [account, own] }) },
    },
    files: { routes: { 'content-api': { type: 'content-api', routes: [file] } } },
    old: { routes: [account] },
  };
  const strapi = { plugins } as unknown as Core.Strapi;
  closeRoutes({ strapi, closed: ['GET /users', 'GET /files/files'] });
  const built = (name: 'accounts' | 'files') =>
    (plugins[name].routes['content-api'] as unknown as () => Router)().routes;
  expect(built('accounts')).toEqual([own]);
  expect(built('files')).toEqual([]);
  expect(plugins.accounts.routes.admin).toBe(admin);
  expect(plugins.old.routes).toEqual([account]);
});
