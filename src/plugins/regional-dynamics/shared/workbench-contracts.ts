/** What the panel's routes for recipes, *what if* and self-check answer. */

type Label = { fr: string; en: string };

export type OracleSummary = {
  code: string;
  source: Label;
  tolerance: number;
  passes: boolean;
  lines: { label: Label; expected: number | null; computed: number | null; passes: boolean }[];
};

export type GetSelfCheck = { data: { engineVersion: string; oracles: OracleSummary[] } };

/** A rank is never without its range under the tested assumptions. */
export type RankSpan = { value: number; low: number; high: number; of: number };

type Standing = { score: number; rank: RankSpan } | null;

/** A unit under a draft, beside where it stands in the edition that is compared. */
export type PreviewRow = {
  unit: string;
  name: string;
  now: Standing;
  before: Standing;
};

export type Preview =
  | {
      kind: 'ranked';
      year: number;
      draws: number;
      level: number;
      /** The edition that is compared; null where there is none. */
      edition: string | null;
      rows: PreviewRow[];
    }
  /** Another preview of the same person took its place. */
  | { kind: 'cancelled' }
  /** No unit can be ranked: there are too few figures. */
  | { kind: 'unranked' };

export type PostPreview = { data: Preview };

export type FieldProblem = { path: (string | number)[]; message: string };

export type PostCheck = { data: { problems: FieldProblem[] } };

export type GetRecipes = { data: { code: string; name: string; updatedAt: string }[] };

export type RecipeDocument = {
  code: string;
  name: string;
  updatedAt: string;
  recipe: Record<string, unknown>;
  /** Editions one may preview: the year, and the first of a panel. */
  plan: { year: number; from: number | null }[];
  /** All indicators there are, for the tree. */
  indicators: { code: string; name: string; unit: string | null; direction: 'more' | 'less' }[];
};

export type GetRecipe = { data: RecipeDocument };

export type GetWhatIf = {
  data: {
    reference: string;
    index: { code: string; name: string };
    year: number;
    recipe: Record<string, unknown>;
    indicators: Record<string, string>;
    units: { unit: string; name: string }[];
  };
};

export type GetWhatIfFigures = {
  data: {
    indicator: string;
    name: string;
    /** Of measure. */
    unit: string | null;
    value: number | null;
    imputed: boolean;
  }[];
};
