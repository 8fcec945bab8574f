/** An entry as the homepage lists it. */
export type HomeEntry = {
  uid: string;
  /** The type's display name, which the panel translates. */
  type: string;
  documentId: string;
  locale: string | null;
  title: string;
  /** The instant (ISO 8601) or day that the list is about: the last save, the review, the deadline. */
  at: string;
};

/** At most a page of entries, and whether there are more. */
export type HomeList<T extends HomeEntry = HomeEntry> = { data: { entries: T[]; more: boolean } };

/** What somebody waits for: an owner's answer, or the person's own decision to publish. */
export type Waiting = HomeEntry & { reason: 'owner' | 'publication'; by: string | null };

/** A deadline of a call, in the time of its place. */
export type ClosingCall = HomeEntry & {
  /** IANA name of the zone in which the deadline is given. */
  timezone: string;
  /** Whether the call closes with it. */
  last: boolean;
};

/** Days ahead that a review is announced, and a deadline. */
export const REVIEW_DAYS = 30;
export const DEADLINE_DAYS = 7;
