import { checkRequired } from '../../../rules/checks/check-required';
import { isEmpty, isRecord, numberOf, targetsOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';

const AMOUNTS = ['granted', 'requested', 'total'] as const;

/** What is granted was requested, and what is requested is part of the total. */
const checkAmounts = (row: Row): Violation[] => {
  const { amounts } = row;
  if (!isRecord(amounts)) return [];
  let least: { key: string; amount: number } | undefined;
  const unordered = AMOUNTS.flatMap((key) => {
    const amount = numberOf(amounts, key);
    if (amount === undefined) return [];
    if (least && amount < least.amount) {
      return [
        violation({
          path: ['amounts', key],
          rule: 'amounts-in-order',
          sentence: 'not-below',
          values: { field: { field: least.key }, least: least.amount },
        }),
      ];
    }
    least = { key, amount };
    return [];
  });
  return [
    ...unordered,
    ...(least && isEmpty(amounts.currency)
      ? [
          violation({
            path: ['amounts', 'currency'],
            rule: 'amount-has-currency',
            sentence: 'amounts-have-currency',
          }),
        ]
      : []),
  ];
};

export const applicationRules = defineRules({
  reference: ({ now }) => ({ prefix: `APPLICATION-${now.getUTCFullYear()}-`, digits: 4 }),
  loadFacts: noFacts,
  onSave: ({ row }) => {
    const [lead] = targetsOf(row, 'lead');
    return [
      ...checkRequired(row, ['call', 'lead']),
      ...checkAmounts(row),
      ...(lead !== undefined && targetsOf(row, 'partners').includes(lead)
        ? [
            violation({
              path: ['partners'],
              rule: 'lead-is-no-partner',
            }),
          ]
        : []),
    ];
  },
});
