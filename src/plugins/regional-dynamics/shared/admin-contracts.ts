/** What the panel's own routes answer. */

/** An edition in the list: drafts too. */
export type EditionSummary = {
  reference: string;
  index: { code: string; name: string };
  year: number;
  /** The first year of a panel; else null. */
  from: number | null;
  draws: number;
  seed: number;
  computedAt: string;
  /** When it was frozen; null for a draft. */
  publishedAt: string | null;
};

export type GetEditions = { data: EditionSummary[] };
