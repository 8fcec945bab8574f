/** What the loader must know of an attribute: the part of Strapi's schema that it reads. */
export type SeedAttribute = {
  type: string;
  required?: boolean | undefined;
  private?: boolean | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  regex?: string | RegExp | undefined;
  enum?: readonly string[] | undefined;
  relation?: string | undefined;
  target?: string | undefined;
  component?: string | undefined;
  repeatable?: boolean | undefined;
  default?: unknown;
  /** Of a custom field; a list of strings says here what it holds. */
  options?: unknown;
  pluginOptions?: { i18n?: { localized?: boolean } } | undefined;
};

export type SeedModel = {
  uid: string;
  localized: boolean;
  draftAndPublish: boolean;
  attributes: Readonly<Record<string, SeedAttribute>>;
};

/** Looks a content type or component up by uid; undefined where there is none. */
export type FindModel = (uid: string) => SeedModel | undefined;

export type SeedProblem = { line: number; message: string };

/** What is to become an entry. Relations are still references. */
export type SeedContent = {
  type: string;
  reference: string;
  documentId: string;
  /** Undefined for types without locales. */
  originalLocale: string | undefined;
  shared: Record<string, unknown>;
  locales: Record<string, Record<string, unknown>>;
  published: readonly string[];
};

/** One seed file that holds against its schema. */
export type SeedEntry = SeedContent & {
  /** Path within the seeds folder, with `/`. */
  file: string;
  /** SHA-256 of the file's text. */
  hash: string;
  /** What must be there before it, and on which line it is named. */
  needs: readonly SeedNeed[];
  lineOf: (path: readonly (string | number)[]) => number;
};

export type SeedNeed = { type: string; reference: string; line: number };
