import type { DeadLetter, SearchAnswer, SearchHit, SearchStatus } from './contracts';

/** What can be told without counting documents: asked often. */
export type SearchSummary = Pick<SearchStatus, 'queue' | 'lastSuccess' | 'engine'>;

/** An indexed type, for the panel: names, and whether the person who asks may read its entries. */
export type IndexedType = {
  uid: string;
  /** Its name in search. */
  type: string;
  displayName: string;
  kind: 'collectionType' | 'singleType';
  mayRead: boolean;
};

/** A dead letter with what its entry is called, for who may read it. */
export type NamedDeadLetter = DeadLetter & { title: string | null };

export type DeadLetterPage = {
  data: NamedDeadLetter[];
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
};

/**
 * What one rule of the ranking says of a hit, in the order in which rules decide; scores are from 0
 * to 1. After Meilisearch's `_rankingScoreDetails`.
 */
export type RankedBy =
  | { rule: 'words'; score: number; found: number; asked: number }
  | { rule: 'typo'; score: number; typos: number }
  | { rule: 'proximity'; score: number }
  | { rule: 'attribute'; score: number }
  | {
      rule: 'exactness';
      score: number;
      /** Whether an attribute is exactly what was asked for, begins with it, or neither. */
      match: 'exact' | 'start' | 'words';
      found: number | null;
      asked: number | null;
    }
  | { rule: 'sort'; attribute: string; descending: boolean; value: string | number | null }
  | { rule: 'distance'; metres: number }
  | { rule: 'other'; name: string; score: number | null };

export type Ranking = {
  /** Of all rules together, 0 to 1. */
  score: number;
  rules: RankedBy[];
  /** Where words were found: `title`, `names`, `reference`, `summary`, `text`, in the order of their weight. */
  foundIn: string[];
};

/** What a visitor or a member gets for the same question, each hit with its ranking explained. */
export type SearchPreview = {
  data: (SearchHit & { ranking: Ranking })[];
  meta: SearchAnswer['meta'] & { as: 'visitor' | 'member' };
};

/** How an entry stands in the index of one locale. */
export type EntryInLocale = {
  locale: string;
  /**
   * `in-search`: as it is published now; `stands-in`: in another language, since this one is not
   * published; `pending`: search has an older state of it, or none yet; `absent`: it is not there,
   * and need not be; `unknown`: the engine did not answer.
   */
  state: 'in-search' | 'stands-in' | 'pending' | 'absent' | 'unknown';
  /** Language of its text there; null where it is absent. */
  language: string | null;
  /** When the version that search shows was published, ISO 8601; null where none is shown. */
  since: string | null;
  /** Whether members alone find it. */
  forMembers: boolean;
};

export type EntryState = {
  /**
   * `waiting`: an edit is on its way; `failed`: the engine refused it; `unpublished`: no language is
   * published; `hidden`: published, but its type's rules keep it out; `outdated`: the next comparison
   * will mend it; `unknown`: the engine did not answer.
   */
  state: 'in-search' | 'waiting' | 'failed' | 'unpublished' | 'hidden' | 'outdated' | 'unknown';
  /** ISO 8601: since when it is in search, waits or failed. */
  since: string | null;
  attempts: number;
  /** The engine's message where a try has failed. */
  error: string | null;
  engine: 'healthy' | 'unavailable';
  locales: EntryInLocale[];
};
