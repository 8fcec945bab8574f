import { z } from 'zod';

const schema = z.strictObject({
  /** Content types that no content-API request reaches, whatever token it carries. */
  privateTypes: z.array(z.string()).default([]),
  /** Entries whose `attribute` has `value` are for the users-permissions role `role`. */
  members: z
    .strictObject({ attribute: z.string(), value: z.string(), role: z.string() })
    .optional(),
  /** Per content type, the values that a row needs to be served at all. */
  servedOnly: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
    .default({}),
  /** Routes of other plugins that the content API does not have, as `GET /users/:id`. */
  closedRoutes: z.array(z.string().regex(/^(GET|POST|PUT|PATCH|DELETE) \/\S+$/)).default([]),
  /**
   * Routes that read without the Document Service, as `/upload/files`, and the type whose entries they
   * answer: what is asked of them is checked all the same. With null they take no filters and no sort.
   */
  otherReads: z.record(z.string().regex(/^\/\S+$/), z.string().nullable()).default({}),
  /** What the public may call though it is not a GET, as `POST /auth/local` or `POST /links/:token`, without the API's prefix. */
  publicWrites: z.array(z.string().regex(/^(POST|PUT|PATCH|DELETE) \/\S+$/)).default([]),
  /** The language in which refusals speak to accounts of the panel that have chosen none. */
  panelLanguage: z.string().default('en'),
  /** Uids, or prefixes that end with `::`, of types whose writes in the admin are judged. */
  guardedWrites: z.array(z.string()).default(['api::']),
});

export type AccessConfig = z.infer<typeof schema>;

export default {
  default: {},
  /** @throws ZodError that names the wrong setting */
  validator: (config: unknown): void => {
    schema.parse(config);
  },
};

/** The plugin's settings from config/plugins.ts, defaults filled in. */
export const readConfig = (settings: unknown): AccessConfig => schema.parse(settings);
