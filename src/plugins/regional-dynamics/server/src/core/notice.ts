import type { NutsNotice } from './nuts';

/** What the engine has to say beside the figures: each case carries only what it has. */
export type Notice =
  | NutsNotice
  | { kind: 'duplicate-cell'; unit: string; year: number; indicator: string }
  | { kind: 'unknown-indicator'; indicator: string; count: number }
  | { kind: 'unknown-unit'; unit: string }
  | { kind: 'unusable-figure'; unit: string; year: number; indicator: string }
  | { kind: 'log-of-non-positive'; unit: string; year: number; indicator: string; value: number }
  | {
      kind: 'denominator-unusable';
      unit: string;
      year: number;
      indicator: string;
      denominator: string;
    }
  | {
      kind: 'unit-screened';
      unit: string;
      year: number;
      availability: number;
      minAvailability: number;
    }
  | {
      kind: 'unit-over-imputed';
      unit: string;
      year: number;
      share: number;
      maxImputedShare: number;
    }
  | { kind: 'indicator-excluded'; indicator: string; reason: ExclusionReason }
  | { kind: 'cell-unusable'; unit: string; year: number; indicator: string; reason: CellReason }
  | { kind: 'node-excluded'; node: string }
  | { kind: 'still-skewed'; indicator: string; skewness: number; kurtosis: number }
  | { kind: 'untreatable'; indicator: string; reason: 'too-few' | 'constant' };

export type ExclusionReason =
  | 'no-values'
  | 'single-value'
  | 'constant'
  | 'goalposts-missing'
  | 'target-missing'
  | 'reference-missing'
  | 'reference-equals-minimum'
  | 'target-equals-minimum'
  | 'reference-behind-all'
  | 'zero-reference'
  | 'negative-reference'
  | 'zero-maximum'
  | 'negative-maximum'
  | 'negative-minimum';

export type CellReason =
  | 'zero-when-less-is-better'
  | 'negative-when-less-is-better'
  | 'reference-missing'
  | 'overflow';

/** Why a node of the tree has no value for a unit. */
export type MissingReason =
  | { kind: 'not-observed' }
  | { kind: 'below-threshold'; have: number; of: number; threshold: readonly [number, number] }
  | { kind: 'non-positive'; child: string; value: number }
  | { kind: 'no-weight' }
  | { kind: 'overflow' }
  | { kind: 'screened' }
  /** The recipe itself scores it, yet no replication ranks it: there is no rank without its range. */
  | { kind: 'never-ranked'; score: number };
