import type { Core } from '@strapi/strapi';

/** One row of the database as the declaration asked for it: nothing else is in it. */
export type Entry = Readonly<Record<string, unknown>>;

/** What is read beside the type's own fields. Every relation named here fans out: when its other side changes, the entry is indexed again. */
export type Populate = {
  readonly fields?: readonly string[];
  readonly populate?: Readonly<Record<string, Populate>>;
};

type AttributeValue = string | number | boolean | readonly string[] | readonly number[];

/** What a type's projection answers for one entry in one language. */
export type Projection = {
  title: string;
  summary?: string | undefined;
  slug?: string | undefined;
  reference?: string | undefined;
  url?: string | undefined;
  /** Entries for members are found by those that the setting `mayFindMembers` lets. Public unless told. */
  access?: 'public' | 'members' | undefined;
  /** Short texts that name things: places, owners, themes, abbreviations. */
  names?: readonly string[];
  /** Long texts, in Markdown or plain. */
  texts?: readonly string[];
  /** Values of the declared filterable and sortable attributes; dates as Unix seconds. */
  attributes?: Readonly<Record<string, AttributeValue | null | undefined>>;
  /** Degrees, WGS 84. */
  geo?: { lat: number; lng: number } | undefined;
};

/** The declaration of one indexed content type: plain data and one pure function. */
export type SearchType = {
  readonly uid: string;
  /** Name in search: lower-case letters, digits and hyphens, unique. */
  readonly type: string;
  /** Own attributes that the projection reads. */
  readonly fields: readonly string[];
  readonly populate?: Readonly<Record<string, Populate>>;
  /**
   * What no column of the type holds: read once for all entries of a page, and added to each of them
   * under these names. Whoever changes it marks the entries: nothing here fans out.
   * @returns an object per entry, in their order
   */
  readonly beside?: (input: {
    strapi: Core.Strapi;
    entries: readonly Entry[];
  }) => Promise<readonly Entry[]>;
  /** Attribute that names the language an entry was first written in. */
  readonly originalLocale?: string;
  readonly filterable?: readonly string[];
  readonly sortable?: readonly string[];
  readonly facets?: readonly string[];
  /**
   * States that change by themselves, as filters on the type's own attributes in Strapi's operators:
   * `state=open` finds whatever fulfils them at that moment.
   * @param now ISO 8601
   */
  readonly states?: Readonly<Record<string, (now: string) => Readonly<Record<string, unknown>>>>;
  /**
   * @param locale the language of the index, which is not the row's own for a fallback document
   * @returns null for an entry that search must not show
   */
  readonly project: (input: { entry: Entry; locale: string }) => Projection | null;
};

/** What is said of a declared attribute, once for all types that have it. */
export type AttributeSettings = {
  /** What its values are; text unless told. A date is a number of Unix seconds in documents and ISO 8601 in answers. */
  readonly kind?: 'text' | 'number' | 'boolean' | 'date';
  /** Its values are references of entries of this type in search, whose titles name them in facets. */
  readonly namedBy?: string;
  /** Names of its values by locale, for facets: `{ pilot: { fr: 'expérimentation' } }`. */
  readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** What the plugin knows of any document that it sends. */
export type StoredDocument = {
  id: string;
  /** Which rows it was made from, and when they were changed. */
  stamp: string;
  /** Of all else in it: tells a stale document from a right one. */
  hash: string;
  [attribute: string]: unknown;
};

/** A document of the index of one locale. Everything in it comes from a declaration. */
export type SearchDocument = StoredDocument & {
  type: string;
  documentId: string;
  /** Language of the content. */
  locale: string;
  isFallback: boolean;
  access: 'public' | 'members';
  title: string;
  summary: string | null;
  slug: string | null;
  reference: string | null;
  url: string | null;
  names: readonly string[];
  text: string;
  /** Words whose letters the engine does not fold (Łódź), folded. */
  folded: string;
  /** The locales that the entry is published in. */
  locales: readonly string[];
  _geo?: { lat: number; lng: number };
};

/** An entry that was found: always its type, documentId and locale, and of the rest what was asked for. */
export type SearchHit = {
  type: string;
  documentId: string;
  /** Language of the texts of this hit. */
  locale: string;
  title?: string;
  summary?: string | null;
  slug?: string | null;
  reference?: string | null;
  url?: string | null;
  isFallback?: boolean;
  /** The locales that the entry is published in. */
  locales?: readonly string[];
  access?: 'public' | 'members';
  geo?: { lat: number; lng: number } | null;
  /** Metres from the point that the answer is sorted by. */
  distance?: number;
  /** HTML that is safe to show: everything is escaped but `<mark>`. */
  highlights?: { title?: string | null; summary?: string | null; text?: string | null };
  /** Declared attributes; dates in ISO 8601. */
  [attribute: string]: unknown;
};

export type FacetValue = {
  value: string;
  /** The value's name in the asked locale. */
  label: string;
  count: number;
};

export type SearchAnswer = {
  data: SearchHit[];
  meta: {
    pagination:
      | { page: number; pageSize: number; pageCount: number; total: number }
      | { start: number; limit: number; total: number };
    /** Most frequent first; only what was asked for. */
    facets?: Record<string, FacetValue[]>;
    /** What was asked for: a locale, several with commas, or `*`. */
    locale: string;
  };
};

/** What completes the words that a reader types. */
export type Suggestion = {
  type: string;
  documentId: string;
  locale: string;
  title: string;
  slug: string | null;
  reference: string | null;
  url: string | null;
  /** The title as safe HTML, with what was typed in `<mark>`. */
  highlight: string | null;
};

/** What a browser needs to search at the engine itself. */
export type BrowserToken = {
  host: string;
  token: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Names of the indexes by locale; `*` is the one with all languages. */
  indexes: Record<string, string>;
};

/** An entry whose documents have been changed: the event `search.indexed`, and what webhooks tell. */
export type IndexedEntry = {
  uid: string;
  /** Its name in search. */
  type: string;
  documentId: string;
  /** The locales in whose index it was changed. */
  locales: string[];
};

/** What a webhook call says. The id stays when a call is made again. */
export type WebhookBody = {
  id: string;
  event: 'search.indexed';
  /** ISO 8601. */
  createdAt: string;
  entries: IndexedEntry[];
};

export type DeadLetter = {
  uid: string;
  documentId: string;
  attempts: number;
  error: string;
  /** ISO 8601. */
  since: string;
};

export type SearchStatus = {
  queue: {
    waiting: number;
    /** Age of the oldest mark in seconds; null when there is none. */
    oldestSeconds: number | null;
    dead: number;
  };
  /** ISO 8601; null where nobody knows. */
  lastSuccess: string | null;
  engine: { state: 'healthy' } | { state: 'unavailable'; reason: string; retryAt: string | null };
  defaultLocale: string;
  /** One for each index. */
  locales: {
    /** The locale, or the name of another target. */
    locale: string;
    index: string;
    /** Published entries, in whatever language; and those that have this one. */
    published: number;
    translated: number;
    /** Null while the engine can't be asked. */
    documents: number | null;
    /** When its last document came in, ISO 8601. */
    lastSuccess: string | null;
  }[];
  deadLetters: DeadLetter[];
};

/** Long work that one process does at a time, for all. */
export const JOB_KINDS = ['rebuild', 'check', 'repair', 'reconcile'] as const;
/** `reconcile` is the light comparison between times. */
export type JobKind = (typeof JOB_KINDS)[number];

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';

/** How far a job is: `done` of `total` entries in this phase; `total` 0 where nobody can tell. */
export type JobProgress = {
  phase:
    | 'preparing'
    | 'reading'
    | 'indexing'
    | 'catching-up'
    | 'swapping'
    | 'comparing'
    | 'looking-for-ghosts';
  done: number;
  total: number;
};

/** How many documents of one index differ from the database. */
export type IndexDifferences = {
  target: string;
  index: string;
  missing: number;
  stale: number;
  ghosts: number;
};

/** A document that differs, as an example. */
export type DifferingDocument = {
  target: string;
  id: string;
  kind: 'missing' | 'stale' | 'ghosts';
};

export type CheckOutcome = {
  /** `light` compared which rows documents were made from, `full` their content. */
  depth: 'light' | 'full';
  /** Entries that were compared. */
  entries: number;
  /** Of them, those that differ because an edit waits to be delivered. They are not counted below. */
  waiting: number;
  indexes: IndexDifferences[];
  /** The first few that differ. */
  examples: DifferingDocument[];
};

export type RebuildOutcome = {
  /** Documents written to each new index. */
  indexes: { target: string; index: string; documents: number; foreign: number }[];
  /** Entries that the engine refused: they wait as dead letters, search keeps what it had of them. */
  refused: { uid: string; documentId: string; error: string }[];
  refusedCount: number;
};

/** The last run of each kind of work, or the one under way. Times are ISO 8601. */
export type SearchJob = {
  kind: JobKind;
  runId: string;
  state: JobState;
  startedAt: string | null;
  endedAt: string | null;
  progress: JobProgress | null;
  outcome: RebuildOutcome | CheckOutcome | { error: string } | null;
};
