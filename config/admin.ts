type Env = {
  (key: string, fallback?: string): string;
  bool(key: string, fallback: boolean): boolean;
};

/** Strapi's Preview, where a front-end is named; src/preview gives it the addresses. */
const preview = (clientUrl: string) =>
  clientUrl
    ? { enabled: true, config: { allowedOrigins: [new URL(clientUrl).origin] } }
    : { enabled: false };

export default ({ env }: { env: Env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
  preview: preview(env('CLIENT_URL', '')),
  rateLimit: { enabled: env.bool('ADMIN_RATE_LIMIT', true) },
});
