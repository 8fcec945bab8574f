type Env = {
  (key: string, fallback?: string): string;
  int(key: string, fallback: number): number;
  bool(key: string, fallback: boolean): boolean;
  array(key: string): string[];
};

// Read by the i18n plugin before the first start creates the default locale.
process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ??= 'fr';
process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';

export default ({ env }: { env: Env }) => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  // Without a number the visitor's own X-Forwarded-For would count, and with it any address.
  proxy: { koa: env.bool('IS_PROXIED', false), maxIpsCount: env.int('PROXY_COUNT', 1) },
  app: { keys: env.array('APP_KEYS') },
  transfer: { remote: { enabled: false } },
  webhooks: { populateRelations: false },
  logger: { updates: { enabled: false }, startup: { enabled: env.bool('STARTUP_BANNER', false) } },
});
