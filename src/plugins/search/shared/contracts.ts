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
  /** Attribute that names the language an entry was first written in. */
  readonly originalLocale?: string;
  readonly filterable?: readonly string[];
  readonly sortable?: readonly string[];
  readonly facets?: readonly string[];
  /**
   * @param locale the language of the index, which is not the row's own for a fallback document
   * @returns null for an entry that search must not show
   */
  readonly project: (input: { entry: Entry; locale: string }) => Projection | null;
};

/** A document of an index. Everything in it comes from a declaration. */
export type SearchDocument = {
  id: string;
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
  /** Which rows it was made from, and when they were changed. */
  stamp: string;
  /** Of all the above: tells a stale document from a right one. */
  hash: string;
  _geo?: { lat: number; lng: number };
  [attribute: string]: unknown;
};

export type SearchHit = {
  type: string;
  documentId: string;
  locale: string;
  title: string;
  summary: string | null;
  slug: string | null;
  reference: string | null;
  url: string | null;
  isFallback: boolean;
  /** HTML that is safe to show: everything is escaped but `<mark>`. */
  highlights: { title: string | null; summary: string | null; text: string | null };
};

export type SearchAnswer = {
  data: SearchHit[];
  meta: {
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
    facets: Record<string, Record<string, number>>;
    locale: string;
  };
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
  /** ISO 8601; null until the first delivery of this process. */
  lastSuccess: string | null;
  engine: { state: 'healthy' } | { state: 'unavailable'; reason: string; retryAt: string | null };
  locales: { locale: string; index: string; documents: number | null }[];
  deadLetters: DeadLetter[];
};
