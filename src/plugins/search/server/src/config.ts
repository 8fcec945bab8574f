import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { AttributeSettings, SearchType } from '../../shared/contracts';

export type SearchConfig = {
  host: string;
  apiKey: string;
  prefix: string;
  /** Address at which browsers reach the engine; '' where they don't. */
  publicHost: string;
  /** How long a browser's token is valid. */
  tokenSeconds: number;
  types: SearchType[];
  parameters: Record<string, string>;
  /** What is to be known of declared attributes: text without names unless told. */
  attributes: Record<string, AttributeSettings>;
  /** Searches of one address; callers with a token of their own are not counted. 0: no limit. */
  rateLimit: { perMinute: number; burst: number };
  /**
   * Whether the caller finds what is for members, from `ctx.state.auth` of the request. Nobody does
   * where it is not set.
   */
  mayFindMembers?: ((input: { strapi: Core.Strapi; auth: unknown }) => boolean) | undefined;
  /** Whether this process delivers and compares; one that only answers requests or runs a command does not. */
  worker: boolean;
  /** Milliseconds, except counts. */
  delivery: {
    batchSize: number;
    pollMs: number;
    leaseMs: number;
    maxAttempts: number;
    retryBaseMs: number;
    retryMaxMs: number;
    breakerBaseMs: number;
    breakerMaxMs: number;
    requestTimeoutMs: number;
    taskTimeoutMs: number;
  };
  searchTimeoutMs: number;
  /** Milliseconds, except counts. No address: no webhook. */
  webhook: {
    url: string;
    secret: string;
    timeoutMs: number;
    maxAttempts: number;
    retryBaseMs: number;
    retryMaxMs: number;
    pollMs: number;
  };
  /**
   * Milliseconds between two light comparisons (0: at start only), the cron rule of the full one, and
   * milliseconds until a failed one is tried again.
   */
  reconcile: { everyMs: number; fullAt: string; retryMs: number };
};

export const defaultConfig = {
  host: 'http://127.0.0.1:7700',
  apiKey: '',
  prefix: 'strapi',
  publicHost: '',
  tokenSeconds: 900,
  parameters: {},
  attributes: {},
  rateLimit: { perMinute: 300, burst: 100 },
  worker: true,
  delivery: {
    batchSize: 200,
    pollMs: 2_000,
    leaseMs: 60_000,
    maxAttempts: 4,
    retryBaseMs: 500,
    retryMaxMs: 300_000,
    breakerBaseMs: 250,
    breakerMaxMs: 15_000,
    requestTimeoutMs: 10_000,
    taskTimeoutMs: 120_000,
  },
  searchTimeoutMs: 3_000,
  webhook: {
    url: '',
    secret: '',
    timeoutMs: 5_000,
    maxAttempts: 16,
    retryBaseMs: 2_000,
    retryMaxMs: 3_600_000,
    pollMs: 5_000,
  },
  reconcile: { everyMs: 600_000, fullAt: '17 3 * * *', retryMs: 15_000 },
};

const positive = z.number().int().positive();

const schema = z.object({
  host: z.url({ protocol: /^https?$/ }),
  apiKey: z.string().optional(),
  prefix: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  publicHost: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  tokenSeconds: positive,
  types: z
    .array(
      z.looseObject({
        uid: z.string(),
        type: z.string().regex(/^[a-z0-9-]{1,64}$/),
        fields: z.array(z.string()),
        project: z.custom<SearchType['project']>((value) => typeof value === 'function'),
      }),
    )
    .optional(),
  parameters: z.record(z.string(), z.string()),
  attributes: z.record(
    z.string(),
    z.strictObject({
      kind: z.enum(['text', 'number', 'boolean', 'date']).optional(),
      namedBy: z.string().optional(),
      names: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    }),
  ),
  rateLimit: z.object({ perMinute: z.number().int().min(0), burst: positive }),
  mayFindMembers: z
    .custom<SearchConfig['mayFindMembers']>((value) => typeof value === 'function')
    .optional(),
  worker: z.boolean(),
  delivery: z.object({
    batchSize: positive,
    pollMs: positive,
    leaseMs: positive,
    maxAttempts: positive,
    retryBaseMs: positive,
    retryMaxMs: positive,
    breakerBaseMs: positive,
    breakerMaxMs: positive,
    requestTimeoutMs: positive,
    taskTimeoutMs: positive,
  }),
  searchTimeoutMs: positive,
  webhook: z
    .object({
      url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
      secret: z.string(),
      timeoutMs: positive,
      maxAttempts: positive,
      retryBaseMs: positive,
      retryMaxMs: positive,
      pollMs: positive,
    })
    .refine(({ url, secret }) => url === '' || secret.length >= 16, {
      path: ['secret'],
      message: 'must have 16 characters or more where there is a url',
    }),
  reconcile: z.object({
    everyMs: z.number().int().min(0),
    fullAt: z.string().regex(/^\S+( \S+){4,5}$/, 'is a cron rule of five or six fields'),
    retryMs: positive,
  }),
});

/** @throws Error that names every setting that is wrong and what it may be */
export const validateConfig = (config: unknown): void => {
  const parsed = schema.safeParse(config);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues
        .map(({ path, message }) => `search.${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
};
