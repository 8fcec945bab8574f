/** What the issue of the search plugin allows at most. */
export const LIMITS = {
  saveRatio: 1.1,
  rebuildRatio: 1.2,
  /** Milliseconds. */
  searchOverheadMs: 2,
  lagRatio: 1.5,
  memoryRatio: 1.1,
} as const;

export type SearchFigures = Record<keyof typeof LIMITS, number>;

/**
 * What `/api/search` takes beyond the engine's own answer and beyond what every route takes, in
 * milliseconds: median(search) − median(engine) − median(empty route).
 */
export const overheadMs = ({
  api,
  direct,
  empty,
}: {
  api: number;
  direct: number;
  empty: number;
}): number => api - direct - empty;

/** The larger of two amounts against the smaller: 1 where they are the same, whichever is larger. */
export const spread = (one: number, other: number): number =>
  Math.max(one, other) / Math.min(one, other);

export const isKept = (name: keyof SearchFigures, value: number): boolean => value <= LIMITS[name];
