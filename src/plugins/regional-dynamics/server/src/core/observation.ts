/** One figure as a source published it. `value: null` is a gap the source itself shows. */
export type Observation = {
  unit: string;
  year: number;
  indicator: string;
  value: number | null;
  /** Eurostat's letter, `parent-NUTS1`, `carried-forward:2015`, … ; empty or absent: none. */
  flag?: string | null;
  standardError?: number | null;
};

/** Where units stand: their parents (NUTS2 → NUTS1 → NUTS0) and their group. */
export type Hierarchy = {
  parentOf: (unit: string) => string | null;
  /** True where the unit *is* its parent, as FR10 is all of FR1: then the value is its own. */
  isWholeOfParent: (unit: string) => boolean;
  groupOf: (unit: string) => string | null;
};

const NUTS = /^[A-Z]{2}[0-9A-Z]{0,3}$/;

/** NUTS codes carry their parents: PL21 → PL2 → PL. A last 0 says "not divided": FR10 is FR1. */
export const nutsHierarchy: Hierarchy = {
  parentOf: (unit) => (NUTS.test(unit) && unit.length > 2 ? unit.slice(0, -1) : null),
  isWholeOfParent: (unit) => NUTS.test(unit) && unit.length > 2 && unit.endsWith('0'),
  groupOf: (unit) => (NUTS.test(unit) ? unit.slice(0, 2) : null),
};

/** Years that figures may be of. */
export const YEARS = { min: 1900, max: 2100 };
