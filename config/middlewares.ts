type Env = { array(key: string, fallback: string[]): string[] };

const middlewares = (origins: string[]) => [
  'strapi::logger',
  'global::hide-tokens',
  { name: 'global::read-cache', config: { maxAgeSeconds: 60, staleSeconds: 300 } },
  'global::method-errors',
  'strapi::errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      origin: origins,
      // Whoever lets every site ask lets none of them use a visitor's cookies.
      credentials: !origins.includes('*'),
      headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'If-None-Match'],
      expose: ['Link', 'ETag', 'Retry-After'],
    },
  },
  { name: 'strapi::poweredBy', config: { poweredBy: '' } },
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default ({ env }: { env: Env }) => middlewares(env.array('CORS_ORIGIN', ['*']));
