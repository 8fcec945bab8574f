import { expect, it } from 'vitest';
import type { BalancedWeights } from '../../../server/src/core/analysis/balanced-weights';
import type { BetaConvergence } from '../../../server/src/core/analysis/beta-convergence';
import type { Correlation } from '../../../server/src/core/analysis/correlation';
import type { LeftOut } from '../../../server/src/core/analysis/leave-one-out';
import type { PrincipalComponents } from '../../../server/src/core/analysis/principal-components';
import type { CellReason, ExclusionReason, Notice } from '../../../server/src/core/notice';
import nuts from '../../../server/src/core/nuts-changes.json';
import type { Factor } from '../../../server/src/core/uncertainty';
import type { Sensitivity } from '../../../shared/contracts';
import en from './method/en.json';
import statistics from './statistics/en.json';

/** A kind that is new in the engine does not compile here until it stands in the list. */
const FACTORS: Record<Factor['name'], true> = {
  weights: true,
  normalisation: true,
  aggregation: true,
  winmax: true,
  imputation: true,
  'parent-draw': true,
  'standard-errors': true,
  'leave-one-out': true,
};

const NOTICES: Record<Notice['kind'], string[]> = {
  'nuts-recoded': ['unit', 'from'],
  'nuts-overlap': ['unit', 'from', 'cells'],
  'nuts-break': ['unit', 'version', 'change', 'successors'],
  'duplicate-cell': ['unit', 'year', 'indicator'],
  'unknown-indicator': ['indicator', 'count'],
  'unknown-unit': ['unit'],
  'unusable-figure': ['unit', 'year', 'indicator'],
  'log-of-non-positive': ['unit', 'year', 'indicator', 'value'],
  'denominator-unusable': ['unit', 'year', 'indicator', 'denominator'],
  'unit-screened': ['unit', 'year', 'availability', 'minAvailability'],
  'unit-over-imputed': ['unit', 'year', 'share', 'maxImputedShare'],
  'indicator-excluded': ['indicator', 'reason'],
  'cell-unusable': ['unit', 'year', 'indicator', 'reason'],
  'node-excluded': ['node'],
  'still-skewed': ['indicator', 'skewness', 'kurtosis'],
  untreatable: ['indicator', 'reason'],
};

const REASONS: Record<
  ExclusionReason | CellReason | Extract<Notice, { kind: 'untreatable' }>['reason'],
  true
> = {
  'no-values': true,
  'single-value': true,
  constant: true,
  'goalposts-missing': true,
  'target-missing': true,
  'reference-missing': true,
  'reference-equals-minimum': true,
  'target-equals-minimum': true,
  'reference-behind-all': true,
  'zero-reference': true,
  'negative-reference': true,
  'zero-maximum': true,
  'negative-maximum': true,
  'negative-minimum': true,
  'zero-when-less-is-better': true,
  'negative-when-less-is-better': true,
  overflow: true,
  'too-few': true,
};

const texts: Record<string, string> = en;

it('what an edition names is said in words: factors, notices, reasons and changes of NUTS', () => {
  const keys = [
    ...Object.keys(FACTORS).map((name) => `factor.${name}`),
    ...Object.keys(NOTICES).map((kind) => `notice.${kind}`),
    ...Object.keys(REASONS).map((reason) => `reason.${reason}`),
    ...new Set(nuts.breaks.map((line) => `nuts.${line.split(' ')[2]}`)),
  ];
  expect(keys.filter((key) => !(key in texts))).toEqual([]);
  for (const [kind, values] of Object.entries(NOTICES)) {
    const asked = [...(texts[`notice.${kind}`] ?? '').matchAll(/\{(\w+)[,}]/g)].map(
      ([, one]) => one,
    );
    expect([kind, [...new Set(asked)].sort()]).toEqual([kind, [...values].sort()]);
  }
});

const UNMEASURED: Record<
  | Exclude<BalancedWeights['kind'], 'balanced'>
  | Exclude<Correlation['kind'], 'correlated'>
  | Exclude<LeftOut['kind'], 'compared'>
  | 'not-a-sum',
  true
> = {
  'not-a-sum': true,
  negative: true,
  singular: true,
  'too-few': true,
  constant: true,
  'nothing-left': true,
};

const NO_COMPONENTS: Record<Exclude<PrincipalComponents['kind'], 'components'>, true> = {
  'too-few': true,
  constant: true,
};

const SENSITIVITY: Record<Exclude<Sensitivity['kind'], 'decomposed'>, true> = {
  'no-factor': true,
  'no-variance': true,
  'not-computed': true,
};

const BETA: Record<BetaConvergence['kind'], true> = {
  converging: true,
  diverging: true,
  overshooting: true,
  'too-few': true,
  'constant-start': true,
  overflow: true,
};

it('what the statistics of an index name is said in words', () => {
  const keys = [
    ...Object.keys(UNMEASURED).map((kind) => `statistics.reason.${kind}`),
    ...Object.keys(NO_COMPONENTS).map((kind) => `statistics.noComponents.${kind}`),
    ...Object.keys(SENSITIVITY).map((kind) => `sensitivity.${kind}`),
    ...Object.keys(BETA).map((kind) => `convergence.${kind}`),
  ];
  expect(keys.filter((key) => !(key in statistics))).toEqual([]);
});
