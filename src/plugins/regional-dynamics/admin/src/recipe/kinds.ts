import type { TextKey } from '../use-text';
import type { DraftAggregation } from './draft';

export const AGGREGATIONS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'generalised',
  'copeland',
] as const satisfies DraftAggregation['kind'][];

export const NORMALISATIONS = [
  'goalposts',
  'min-max',
  'z-score',
  'percentile-rank',
  'borda',
  'distance-to-target',
  'distance-to-reference',
  'ratio-to-reference',
  'distance-to-maximum',
  'fraction-of-maximum',
  'none',
] as const;

const WITHOUT_SCALE = new Set<string>(['z-score', 'borda', 'ratio-to-reference', 'none']);

/** Whether what a rule gives is stretched to a scale. */
export const hasScale = (kind: (typeof NORMALISATIONS)[number]): boolean =>
  !WITHOUT_SCALE.has(kind);

/** A normalisation of another kind; the scale stays where both have one. */
export const normalisationOf = (
  kind: (typeof NORMALISATIONS)[number],
  before: unknown,
): Record<string, unknown> => {
  const scale =
    typeof before === 'object' && before !== null && 'scale' in before ? before.scale : undefined;
  return scale === undefined || !hasScale(kind) ? { kind } : { kind, scale };
};

/** An aggregation with what it cannot do without. */
export const aggregationOf = (kind: DraftAggregation['kind']): DraftAggregation =>
  kind === 'generalised' ? { kind, power: 0.5 } : { kind };

export const optionsOf = <T extends string>(
  kinds: readonly T[],
  prefix: string,
  text: (key: TextKey) => string,
) => kinds.map((value) => ({ value, label: text(`${prefix}.${value}` as TextKey) }));
