import type { StoredDocument } from '../../../shared/contracts';
import type { IndexSettings } from '../core/index-settings';

export type TaskOutcome =
  | { state: 'succeeded' }
  | { state: 'failed'; code: string; message: string; isInternal: boolean };

export type EngineHit = Record<string, unknown> & { _formatted?: Record<string, unknown> };

/** As Meilisearch names it. With `hitsPerPage` the total is exact, with `limit` it is an estimate. */
export type EngineSearch = {
  q: string;
  filter: string;
  sort?: string[];
  facets?: string[];
  page?: number;
  hitsPerPage?: number;
  offset?: number;
  limit?: number;
  attributesToRetrieve: string[];
  attributesToSearchOn?: string[];
  attributesToHighlight?: string[];
  attributesToCrop?: string[];
  cropLength?: number;
  highlightPreTag?: string;
  highlightPostTag?: string;
  showMatchesPosition?: boolean;
  showRankingScore?: boolean;
  showRankingScoreDetails?: boolean;
};

/** A key that may search and nothing else. */
export type SearchKey = { uid: string; key: string };

export type EngineAnswer = {
  hits: EngineHit[];
  /** Exact where pages were asked for, else 0. */
  totalHits: number;
  facetDistribution: Record<string, Record<string, number>>;
};

/**
 * What the plugin asks of a search engine. Writes answer with the uid of a task: only `settle`
 * tells whether it was done.
 * Every function throws EngineUnavailable (try later) or EngineRefused (don't).
 */
export type Engine = {
  health: () => Promise<void>;
  indexes: () => Promise<string[]>;
  createIndex: (index: string) => Promise<number>;
  deleteIndex: (index: string) => Promise<number>;
  settings: (index: string) => Promise<Record<string, unknown>>;
  changeSettings: (input: { index: string; settings: Partial<IndexSettings> }) => Promise<number>;
  put: (input: { index: string; documents: readonly StoredDocument[] }) => Promise<number>;
  remove: (input: { index: string; ids: readonly string[] }) => Promise<number>;
  /** Waits until every task has ended. */
  settle: (tasks: readonly number[]) => Promise<TaskOutcome[]>;
  /** The `hash` and `stamp` of the documents that exist among `ids`. */
  known: (input: {
    index: string;
    ids: readonly string[];
  }) => Promise<Map<string, { hash: string; stamp: string }>>;
  /** Documents as NDJSON, one a line. */
  putLines: (input: { index: string; lines: string }) => Promise<number>;
  /** Exchanges the content and settings of pairs of indexes, all at once. */
  swap: (pairs: readonly (readonly [string, string])[]) => Promise<number>;
  /** The task that exchanged one of these indexes, if there is one. */
  findSwap: (indexes: readonly string[]) => Promise<number | undefined>;
  /** Calls off what is queued for these indexes; answers a task. */
  callOff: (indexes: readonly string[]) => Promise<number>;
  /** Whole documents, whoever made them; a few ids at a time, which go in the address. */
  fetch: (input: { index: string; ids: readonly string[] }) => Promise<Record<string, unknown>[]>;
  /** One page of an index, unsorted. */
  scan: (input: { index: string; offset: number; limit: number }) => Promise<{
    documents: { id: string; type?: string; documentId?: string }[];
    total: number;
  }>;
  count: (index: string) => Promise<number>;
  /** When it was last changed, ISO 8601: the history of tasks does not follow an index through a swap. */
  lastChange: (index: string) => Promise<string>;
  search: (input: { index: string; params: EngineSearch }) => Promise<EngineAnswer>;
  /** The search-only key with this uid, made where there is none. Needs a key that may manage keys. */
  searchKey: (input: { uid: string; name: string; indexes: string[] }) => Promise<SearchKey>;
  close: () => Promise<void>;
};
