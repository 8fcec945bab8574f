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
  access: local('access'),
  search: local('search', {
    host: env('MEILI_HOST', 'http://127.0.0.1:7700'),
    apiKey: env('MEILI_MASTER_KEY'),
    prefix: env('MEILI_PREFIX', 'oten'),
  }),
  'shared-fields': local('shared-fields'),
  'regional-dynamics': local('regional-dynamics', {
    territories: { uid: 'api::observatory.territory', code: 'nutsCode', aliases: 'nutsHistory' },
  }),
  'translation-desk': local('translation-desk'),
});
