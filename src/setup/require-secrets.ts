const SECRETS = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
] as const;

/**
 * Refuses to start without the secrets that the environment must give: none has a default.
 * @param environment process.env, or a copy of it
 * @throws Error that lists every missing variable by name
 */
export const requireSecrets = (environment: Record<string, string | undefined>): void => {
  const production = environment.NODE_ENV === 'production' && environment.OTEN_DEMO !== 'true';
  const required = [
    ...SECRETS,
    ...(environment.CLIENT_URL?.trim() ? ['PREVIEW_SECRET'] : []),
    ...(production ? ['MEILI_HOST', 'MEILI_MASTER_KEY'] : []),
    ...(production && environment.DATABASE_CLIENT === 'postgres' && !environment.DATABASE_URL
      ? ['DATABASE_PASSWORD']
      : []),
  ];
  const missing = required.filter((name) => !environment[name]?.trim());
  if (missing.length > 0) {
    throw new Error(
      `The server needs these settings, which have no default: ${missing.join(', ')}. ` +
        'Give them in the environment or in .env (see .env.example), or run "npm run demo", which makes its own.',
    );
  }
};
