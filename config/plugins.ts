import type { Core } from '@strapi/strapi';
import { activity } from './activity-measures';
import { searchAttributes } from './search-attributes';
import { searchParameters, searchTypes } from './search-types';

type Env = {
  (key: string, fallback?: string): string;
  int(key: string, fallback: number): number;
};

const local = (name: string, config: Record<string, unknown> = {}) => ({
  enabled: true,
  resolve: `./src/plugins/${name}`,
  config,
});

export default ({ env }: { env: Env }) => ({
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET'), register: { allowedFields: [] } },
  },
  // Document middlewares wrap one another in this order, the first outermost.
  access: local('access', {
    panelLanguage: 'fr',
    privateTypes: [
      'api::iris.interview',
      'api::academy.registration',
      'api::hub.application',
      'api::hub.steering-decision',
      'api::repertoire.self-assessment',
    ],
    members: { attribute: 'access', value: 'members', role: 'member' },
    servedOnly: { 'api::observatory.person': { consent: true, publicRole: true } },
    // Nobody registers or signs in by a provider, and accounts are the panel's: a token of whatever
    // kind would list e-mail addresses.
    closedRoutes: [
      'POST /auth/local/register',
      'GET /connect/(.*)',
      'GET /auth/:provider/callback',
      'GET /auth/email-confirmation',
      'POST /auth/send-email-confirmation',
      'GET /users',
      'GET /users/count',
      'GET /users/:id',
      'POST /users',
      'PUT /users/:id',
      'DELETE /users/:id',
      'GET /roles',
      'GET /roles/:id',
      'POST /roles',
      'PUT /roles/:role',
      'DELETE /roles/:role',
      'GET /permissions',
    ],
    otherReads: {
      '/upload/files': 'plugin::upload.file',
      '/upload/files/page': 'plugin::upload.file',
      '/users/me': null,
    },
    // Members sign in and owners approve; all else that is not a GET needs a token or a signed-in user.
    publicWrites: ['POST /auth/local', 'POST /auth/refresh', 'POST /approvals/:token'],
  }),
  search: local('search', {
    host: env('MEILI_HOST', 'http://127.0.0.1:7700'),
    apiKey: env('MEILI_MASTER_KEY'),
    prefix: env('MEILI_PREFIX', 'oten'),
    publicHost: env('MEILI_PUBLIC_HOST', ''),
    types: searchTypes,
    worker: env('SEARCH_WORKER', 'true') !== 'false',
    parameters: searchParameters,
    attributes: searchAttributes,
    rateLimit: {
      perMinute: env.int('SEARCH_RATE_PER_MINUTE', 300),
      burst: env.int('SEARCH_RATE_BURST', 100),
    },
    mayFindMembers: ({ strapi, auth }: { strapi: Core.Strapi; auth: unknown }) =>
      strapi.plugin('access').service('guard').rightsOf(auth).members,
    searchTimeoutMs: env.int('MEILI_SEARCH_TIMEOUT_MS', 3_000),
    webhook: { url: env('SEARCH_WEBHOOK_URL', ''), secret: env('SEARCH_WEBHOOK_SECRET', '') },
    delivery: { requestTimeoutMs: env.int('MEILI_TIMEOUT_MS', 10_000) },
  }),
  'shared-fields': local('shared-fields'),
  // Inside shared-fields, whose lock then comes first: two saves never wait for one another.
  'edit-conflicts': local('edit-conflicts'),
  'regional-dynamics': local('regional-dynamics', {
    territories: {
      uid: 'api::observatory.territory',
      code: 'nutsCode',
      aliases: 'nutsHistory',
      coordinates: { latitude: 'latitude', longitude: 'longitude' },
      parent: 'parent',
      perimeter: 'inPerimeter',
      population: 'population',
      populationYear: 'populationYear',
    },
    activity,
  }),
  'translation-desk': local('translation-desk'),
});
