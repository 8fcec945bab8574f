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
