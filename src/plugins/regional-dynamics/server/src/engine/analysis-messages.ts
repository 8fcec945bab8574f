import type { Sobol } from '../core/analysis/sobol';
import type { Statistics } from '../core/analysis/statistics-of';
import type { Recipe } from '../core/recipe';
import type { Factor } from '../core/uncertainty';

/** An edition's own inputs, from which its replications are made again. */
export type AnalysisInput = {
  recipe: Recipe;
  /** `[unit, year, indicator, value, flag]`, and a standard error where there is one. */
  inputTable: readonly (readonly (string | number | null)[])[];
  years: readonly number[];
  nutsVersion: string | null;
  want:
    | { kind: 'ranks'; node: string; year: number }
    /** @param n samples */
    | { kind: 'sensitivity'; n: number }
    | { kind: 'statistics'; year: number };
};

/** The ranks of one node and year in every replication. */
export type NodeRanks = {
  units: readonly string[];
  /** `ranks[replication · units + unit]`, 0 where it is not ranked. */
  ranks: Uint16Array<ArrayBuffer>;
  count: number;
  level: number;
  factors: Factor[];
};

export type AnalysisAnswer =
  | ({ kind: 'ranks' } & NodeRanks)
  | { kind: 'sensitivity'; sobol: Sobol }
  | { kind: 'statistics'; statistics: Statistics }
  /** Larger than what is computed while somebody waits. */
  | { kind: 'too-large' };
