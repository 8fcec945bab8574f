import type { Core } from '@strapi/strapi';
import { expect, test } from 'vitest';
import type { Attribute } from '../core/model';
import { hidePrivateTypes } from './hide-private-types';

type Router = { routes: { handler: string }[] };

const world = () => {
  const toSecret: Attribute = { type: 'relation', target: 'api::room.secret' };
  const toAnything: Attribute = { type: 'relation', relation: 'morphToMany' };
  const toOpen: Attribute = { type: 'relation', target: 'api::room.open' };
  const router = (name: string): Router => ({
    routes: [{ handler: `api::room.${name}.find` }, { handler: `api::room.${name}.findOne` }],
  });
  const routes: Record<string, Router | (() => Router)> = {
    secret: router('secret'),
    open: () => router('open'),
    // Its name starts like the private type's.
    secretary: router('secretary'),
  };
  const strapi = {
    contentTypes: {
      'api::room.secret': { attributes: {} },
      'api::room.open': { attributes: { toSecret, toOpen } },
    },
    components: { block: { attributes: { toAnything } } },
    apis: { room: { routes } },
  };
  const built = (name: string) => {
    const input = routes[name];
    return typeof input === 'function' ? input().routes.length : input?.routes.length;
  };
  return { strapi: strapi as unknown as Core.Strapi, built, toSecret, toAnything, toOpen };
};

test('takes the routes of a private type away, and closes what leads to it or anywhere', () => {
  const { strapi, built, toSecret, toAnything, toOpen } = world();
  hidePrivateTypes({ strapi, privateTypes: ['api::room.secret'] });
  expect([built('secret'), built('open'), built('secretary')]).toEqual([0, 2, 2]);
  expect(toSecret.private).toBe(true);
  expect(toAnything.private).toBe(true);
  expect(toOpen.private).toBeUndefined();
});

test('a type that does not exist stops the start', () => {
  const { strapi } = world();
  expect(() => hidePrivateTypes({ strapi, privateTypes: ['api::room.gone'] })).toThrow(
    'privateTypes name api::room.gone, which is no content type',
  );
});
