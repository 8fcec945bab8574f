/** What the REST API answers; the admin reads the same. */

/** Rank range under the tested assumptions (not a confidence interval). */
export type RankWithRange = {
  /** 1 + number of units strictly better. */
  value: number;
  /** Percentiles that enclose `level` of the replications: 5th and 95th for 0.9. */
  low: number;
  high: number;
  level: number;
  /** Units ranked. */
  of: number;
  /** Other units that share the rank. */
  ties: number;
  /** Reference of the edition the rank belongs to. */
  edition: string;
  draws: number;
  seed: number;
};

/** Why there is no figure. */
export type Missing = { kind: string } & Record<string, unknown>;

/** The node at which a value counts with the floor instead of itself. */
export type Clamped = { node: string; name: string; value: number; floor: number };

export type DomainScore = { code: string; name: string } & (
  | { score: number; rank: RankWithRange; clamped?: Clamped }
  | { score: null; rank: null; reason: Missing }
);

export type CellValue = {
  indicator: string;
  name: string;
  /** What the figure is measured in, in the language asked for; null where that is not known. */
  unitOfMeasure: string | null;
} & (
  | {
      value: number;
      /** The figure on the common scale. */
      normalised: number | null;
      /** The year the figure is of, and its age in the edition's year. */
      year: number;
      age: number;
      flag: string | null;
      imputed: boolean;
      carried: boolean;
      /** How it was come by: observed, carried, interpolated, parent, group. */
      origin: { kind: string } & Record<string, unknown>;
      treatment: { kind: string; before: number; after: number } | null;
      /** Of the normalised value, which is below the floor of its node; else null. */
      clamped: Clamped | null;
    }
  | { value: null; reason: Missing }
);

export type RankingRow = {
  unit: string;
  name: string;
  year: number;
  domains: DomainScore[];
  cells: CellValue[];
} & ({ score: number; rank: RankWithRange } | { score: null; rank: null; reason: Missing });

export type RankingsResponse = {
  data: RankingRow[];
  meta: {
    index: { code: string; name: string };
    edition: string;
    year: number;
    /** The node whose score is ranked. */
    theme: string;
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
  };
};

type IndexSummary = {
  code: string;
  name: string;
  /** `from`: the first year of a panel, else null. */
  editions: {
    reference: string;
    year: number;
    from: number | null;
    number: number;
    draws: number;
    seed: number;
  }[];
  /** Nodes of the tree that `theme` may name, the root first. */
  nodes: { code: string; name: string; parent: string | null; effectiveWeight: number }[];
};

export type IndicesResponse = { data: IndexSummary[] };

/** What loading a folder of seeds did, file by file. A file with errors has loaded nothing. */
export type SeedReport = {
  files: {
    file: string;
    created: number;
    updated: number;
    unchanged: number;
    errors: { line?: number; message: string }[];
  }[];
};

/** What an import did. With a wrong line nothing was loaded. */
export type ImportReport = {
  file: string;
  vintage: string;
  created: number;
  updated: number;
  unchanged: number;
  /** Lines of series that were not asked for. */
  skipped: number;
  /** Lines that are wrong; the first of them are named. */
  wrong: number;
  errors: { line: number; message: string }[];
};

/** Where a share of the units of the year is not ahead: 1 for the best. */
type IndicatorStanding = { indicator: string; name: string; share: number; of: number };

type Rate = { value: number; low: number; high: number };

/** A count with the Poisson range of its mean (Garwood, exact), and the same by inhabitants. */
type ActivityCount = { n: number; low: number; high: number; per100000: Rate | null };

export type ActivityTally = ActivityCount & {
  /** Sums by currency, for measures of amounts. An entry of several regions counts whole in each. */
  amounts?: { currency: string; amount: number; per100000: number | null }[];
  /** For graded measures: entries by their strongest item, the weakest grade first. */
  levels?: ({ code: string; name: string } & ActivityCount)[];
  strongest?: { code: string; name: string } | null;
};

export type ActivityMeasureAnswer = { code: string; name: string } & ActivityTally & {
    themes: ({ theme: string; name: string } & ActivityTally)[];
  };

/** What was published of a region: beside its score, never in it. */
export type ActivityProfile =
  | {
      kind: 'observed';
      countedAt: string;
      /** Of the Poisson ranges. */
      level: number;
      population: number | null;
      populationYear: number | null;
      measures: ActivityMeasureAnswer[];
    }
  /** Nobody gathers content there: that is no zero. */
  | { kind: 'not-observed'; reason: 'outside-perimeter' }
  /** The first count is under way. */
  | { kind: 'not-computed' };

export type ActivityResponse = { data: { unit: string; name: string; activity: ActivityProfile } };

export type TerritoryResponse = {
  data: RankingRow & {
    /** Points of each indicator, which sum to the score where every node in use is arithmetic. */
    contributions:
      | { kind: 'additive'; indicators: { indicator: string; name: string; points: number }[] }
      | { kind: 'not-additive'; node: string }
      | { kind: 'missing' };
    strengths: IndicatorStanding[];
    weaknesses: IndicatorStanding[];
    /** Nearest in the normalised indicators. */
    peers: { unit: string; name: string; distance: number; shared: number }[];
    /** `comparable`: of the same recipe as the edition asked for. */
    history: ({ year: number; edition: string; comparable: boolean } & (
      | { score: number; rank: RankWithRange }
      | { score: null; rank: null; reason: Missing }
    ))[];
    /** Counts of published content; null where the settings count nothing. */
    activity: ActivityProfile | null;
    /** From the latest panel: what changed from its first to its last year. */
    dynamics: ({ edition: string; from: number; to: number } & Record<string, unknown>) | null;
  };
  meta: EditionMeta;
};

type EditionMeta = {
  index: { code: string; name: string };
  edition: string;
  year: number;
  /** The node whose score is ranked. */
  theme: string;
};

type Ranked = { unit: string; name: string } & (
  | { score: number; rank: RankWithRange }
  | { score: null; rank: null; reason: Missing }
);

/** Under the tested assumptions, over the draws that rank the unit. */
type UnitUncertainty = Ranked & {
  year: number;
  /** Null for a unit that no draw ranks. */
  draws: {
    median: number;
    quartiles: [number, number];
    /** Share of the draws with rank ≤ 10. */
    top10: number;
    /** Share of the draws that rank it at all. */
    ranked: number;
    /** How often it takes each rank, the best first. */
    distribution: { rank: number; share: number }[];
  } | null;
};

/** Which assumption moves the ranks: Sobol' indices of the mean rank shift of the whole index. */
export type Sensitivity =
  | {
      kind: 'decomposed';
      /** Mean over units of |rank − rank of the edition|. */
      meanShift: number;
      samples: number;
      factors: {
        name: string;
        inert: boolean;
        first: number;
        firstRange: [number, number];
        total: number;
        totalRange: [number, number];
      }[];
    }
  | { kind: 'no-factor' }
  | { kind: 'no-variance'; meanShift: number }
  /** Larger than what is computed while somebody waits. */
  | { kind: 'not-computed' };

export type UncertaintyResponse = {
  data: UnitUncertainty[];
  meta: EditionMeta & {
    level: number;
    draws: number;
    seed: number;
    /** What was varied; an inert factor cannot matter under this recipe. */
    factors: { name: string; inert: boolean }[];
    sensitivity: Sensitivity;
    pagination: { page: number; pageSize: number; pageCount: number; total: number };
  };
};

type Named = { code: string; name: string };

/** What the figures of an edition's year say of the index itself: a diagnosis, never a weighting. */
export type IndexStatistics = {
  /** Pearson's r of normalised indicators; null where it cannot be measured. */
  correlations: {
    a: Named;
    b: Named;
    r: number | null;
    n: number;
    /** |r| ≥ .90: the index counts one thing twice. */
    doubleCounting: boolean;
    /** Why there is no r; only where there is none. */
    reason?: Missing;
  }[];
  /** Nodes with several children, the root first. */
  nodes: (Named & {
    /** Standardised, on complete cases; null where it cannot be measured. */
    alpha: number | null;
    /** Why there is no α: `too-few` units with every child, or one that is `constant`. */
    reason?: Missing;
    /** Units with every child. */
    n: number | null;
    /** Why there are no balanced weights: `not-a-sum`, `negative`, `singular`, `too-few`, `constant`; else null. */
    unbalanced: string | null;
    children: (Named & {
      /** Share of the node's weight, and the one that gives every child the same influence. */
      weight: number;
      balancedWeight: number | null;
      /** With the node's own scores. */
      r: number | null;
      reason?: Missing;
    })[];
  })[];
  /** Principal components of the indicators, on complete cases; empty where there are none. */
  components: {
    eigenvalue: number;
    share: number;
    loadings: (Named & { loading: number })[];
  }[];
  /** Why there are no components; else null. */
  noComponents: Missing | null;
  /** Mean and largest |Δrank| without an indicator or node; null where nothing is left. */
  leaveOneOut: (Named & {
    meanShift: number | null;
    maxShift: number | null;
    /** Units that are ranked no more. */
    unranked: number | null;
    reason?: Missing;
  })[];
  /** Of a panel, from its first year to its last; else null. */
  convergence: {
    from: number;
    to: number;
    /** β: `kind` says whether the units converge, diverge or overshoot, or why it cannot be measured. */
    beta: { kind: string; n: number } & Partial<
      Record<'a' | 'b' | 'r2' | 'speed' | 'halfLife', number>
    >;
    /** σ: standard deviation over mean, of the units with a score in every year. */
    sigma: { year: number; variation: number | null; n: number }[];
  } | null;
};

export type StatisticsResponse = {
  data: IndexStatistics;
  meta: Omit<EditionMeta, 'theme'>;
};

type Beside = { unit: string; name: string; probability: number };

/** Where the others stand to a unit; `probability`: that they rank better, ties one half. */
export type GroupsResponse = {
  data: Ranked & { above: Beside[]; notDistinguishable: Beside[]; below: Beside[] };
  meta: EditionMeta & { above: number; below: number; draws: number; seed: number };
};

export type PairwiseResponse = {
  /** Every ordered pair of the units asked for; null where no draw ranks both. */
  data: { unit: string; other: string; probability: number | null }[];
  meta: EditionMeta & { draws: number; seed: number; units: Ranked[] };
};

/** A region as others show it beside content of their own. */
export type RegionStanding = Ranked & { domains: DomainScore[] };

export type StandingsAnswer = {
  edition: string;
  index: { code: string; name: string };
  year: number;
  standings: RegionStanding[];
};

export type CompareResponse = {
  data: RankingRow[];
  meta: EditionMeta;
};
