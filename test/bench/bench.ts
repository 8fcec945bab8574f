/** What one bench answers: figures for the machine-readable line, rows for people. */
export type BenchResult = {
  /** Name → number. Ratios are of medians that were measured in the same run. */
  figures: Record<string, number>;
  table: { title: string; head: string[]; rows: string[][] };
};

/** A bench may take minutes; what it says meanwhile goes to stderr. */
export type Bench = (context: {
  root: string;
  say: (sentence: string) => void;
}) => Promise<BenchResult>;
