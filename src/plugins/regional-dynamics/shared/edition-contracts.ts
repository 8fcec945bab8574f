import type { IndexStatistics, Missing, RankWithRange } from './contracts';

/** What the REST API answers of a whole edition. */

/** A rank with its range; edition, draws and seed stand once, at the head of the edition. */
type ExportedRank = Omit<RankWithRange, 'edition' | 'draws' | 'seed'> & {
  median: number;
  /** Shares of the draws: with rank ≤ 10, and ranked at all. */
  top10: number;
  ranked: number;
};

type ExportedNode =
  | {
      score: number;
      rank: ExportedRank;
      /** Children that count with the floor instead of their value. */
      clamped: { child: string; value: number; floor: number }[];
    }
  | { score: null; rank: null; reason: Missing };

type ExportedCell =
  | {
      /** As it enters the scoring: transformed, imputed, treated. */
      value: number;
      normalised: number | null;
      flag: string | null;
      origin: { kind: string } & Record<string, unknown>;
      treatment: { kind: string; before: number; after: number } | null;
    }
  | { value: null; reason: Missing };

/** What the engine made of an edition's inputs, by the codes of its nodes and indicators. */
export type EditionResults = {
  units: {
    unit: string;
    year: number;
    nodes: Record<string, ExportedNode>;
    cells: Record<string, ExportedCell>;
  }[];
  /** Of a panel: from its first year to its last; else null. */
  dynamics:
    | ({ from: number; to: number; units: ({ unit: string; kind: string } & object)[] } & Pick<
        NonNullable<IndexStatistics['convergence']>,
        'beta' | 'sigma'
      >)
    | null;
};

export type EditionResponse = {
  data: {
    reference: string;
    index: { code: string; name: string };
    year: number;
    from: number | null;
    number: number;
    engineVersion: string;
    nutsVersion: string | null;
    publishedAt: string;
    inputHash: string;
    recipe: Record<string, unknown>;
    citation: string;
    uncertainty: {
      seed: number;
      draws: number;
      level: number;
      factors: { name: string; inert: boolean }[];
    };
    nodes: { code: string; name: string; parent: string | null; effectiveWeight: number }[];
    notices: ({ kind: string } & Record<string, unknown>)[];
    /** `[unit, year, indicator, value, flag]` and a standard error where there is one; only when asked for. */
    inputTable?: unknown[][];
    /** Only when asked for. */
    results?: EditionResults;
  };
};
