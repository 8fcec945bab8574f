import { checkKnown } from '../../../rules/checks/check-known';
import { numberOf, targetsOf } from '../../../rules/readers';
import type { ReferencePattern } from '../../../rules/reference-pattern';
import { type Row, type Violation, violation } from '../../../rules/violation';

export type TransferFacts = {
  /** documentIds of the source's territories; null without a source. */
  sourceTerritories: string[] | null;
  /** Codes of the source's replicable components; null without a source. */
  sourceComponents: string[] | null;
};

/** TRANSFER-2026-0001, by its year. */
export const transferReference = ({ row, now }: { row: Row; now: Date }): ReferencePattern => ({
  prefix: `TRANSFER-${numberOf(row, 'year') ?? now.getUTCFullYear()}-`,
  digits: 4,
});

export const onSaveTransfer = ({ row, facts }: { row: Row; facts: TransferFacts }): Violation[] => {
  const [target] = targetsOf(row, 'targetTerritory');
  const [source] = targetsOf(row, 'source');
  const [targetInitiative] = targetsOf(row, 'targetInitiative');
  const known = facts.sourceComponents;
  return [
    ...(target !== undefined && facts.sourceTerritories?.includes(target)
      ? [
          violation({
            path: ['targetTerritory'],
            rule: 'target-not-in-source',
            sentence: 'target-territory-not-in-source',
          }),
        ]
      : []),
    ...(source !== undefined && source === targetInitiative
      ? [
          violation({
            path: ['targetInitiative'],
            rule: 'target-is-not-source',
          }),
        ]
      : []),
    ...checkKnown({
      value: row.components,
      path: ['components'],
      rule: 'known-components',
      isKnown: (code) => known?.includes(code) ?? true,
      expected: known?.length
        ? { sentence: 'holds.components', values: { codes: known.join(', ') } }
        : { sentence: 'holds.no-components' },
    }),
  ];
};
