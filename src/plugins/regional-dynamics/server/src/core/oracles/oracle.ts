/** A figure that somebody else worked out, beside what the engine makes of the same input. */
export type OracleLine = {
  label: { fr: string; en: string };
  /** null: there is no value, as the oracle wants it. */
  expected: number | null;
  computed: number | null;
};

/** One published or hand-computed result. */
export type Oracle = {
  code: string;
  /** Where the expected figures are from. */
  source: { fr: string; en: string };
  /** How far a computed figure may lie from the expected one. */
  tolerance: number;
  lines: () => OracleLine[];
};

/** The same words in both languages: codes, formulas. */
export const plain = (text: string): OracleLine['label'] => ({ fr: text, en: text });

/** A gap of the engine (NaN, undefined) as an oracle writes it. */
export const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
