import { checkItems } from '../../../rules/checks/check-items';
import { checkRequired } from '../../../rules/checks/check-required';
import { checkTimeZone } from '../../../rules/checks/check-time-zone';
import { checkWebAddress } from '../../../rules/checks/check-web-address';
import { isEmpty, isRecord, itemsOf, numberOf, textOf } from '../../../rules/readers';
import { defineRules, noFacts } from '../../../rules/type-rules';
import { type Row, type Violation, violation } from '../../../rules/violation';
import { callDates, callStateAt, cutoffOf, nextDeadlineAt } from './call-dates';

const iso = (instant: number | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString();

/** What follows from the dates: stored so that REST can filter and sort by it. */
const deriveDates = (row: Row, now: Date): Record<string, unknown> => {
  const { opensAt, closesAt, cutoffs } = callDates(row);
  const at = now.getTime();
  return {
    opensAt: iso(opensAt),
    closesAt: iso(closesAt),
    cutoffs: cutoffs.map(iso),
    state: callStateAt({ opensAt, closesAt, now: at }) ?? null,
    nextDeadline: iso(nextDeadlineAt({ cutoffs, now: at })),
  };
};

const checkDeadlines = (row: Row): Violation[] => {
  const source = textOf(row, 'source');
  const { opensAt } = callDates(row);
  let previous: number | undefined;
  return itemsOf(row, 'deadlines').flatMap((deadline, index) => {
    const path = ['deadlines', index];
    const at = [...path, 'dateTime'];
    const found = checkTimeZone(deadline, 'timezone', path);
    if (isEmpty(deadline.dateTime)) return found;
    const cutoff = cutoffOf({ deadline, source });
    if (cutoff === undefined) {
      found.push(violation({ path: at, rule: 'real-date', sentence: 'real-date.with-time' }));
      return found;
    }
    if (previous !== undefined && cutoff <= previous) {
      found.push(violation({ path: at, rule: 'deadlines-in-order' }));
    }
    if (opensAt !== undefined && cutoff <= opensAt) {
      found.push(
        violation({
          path: at,
          rule: 'deadline-after-opening',
          values: { opening: { field: 'openingDate' }, day: textOf(row, 'openingDate') ?? '' },
        }),
      );
    }
    previous = Math.max(cutoff, previous ?? cutoff);
    return found;
  });
};

const BUDGETS = ['budgetMin', 'budgetMax', 'budgetTotal'] as const;

const checkBudgets = (row: Row): Violation[] => {
  let least: { key: string; amount: number } | undefined;
  return BUDGETS.flatMap((key) => {
    const amount = numberOf(row, key);
    if (amount === undefined) return [];
    if (least && amount < least.amount) {
      return [
        violation({
          path: [key],
          rule: 'budgets-in-order',
          sentence: 'not-below',
          values: { field: { field: least.key }, least: least.amount },
        }),
      ];
    }
    least = { key, amount };
    return [];
  });
};

/** Of the applications received, no more can be selected or put on reserve. */
const checkOutcome = (row: Row): Violation[] => {
  const { outcome } = row;
  if (!isRecord(outcome)) return [];
  const received = numberOf(outcome, 'applications');
  const kept = (numberOf(outcome, 'selected') ?? 0) + (numberOf(outcome, 'reserve') ?? 0);
  return received === undefined || kept <= received
    ? []
    : [
        violation({
          path: ['outcome', 'applications'],
          rule: 'outcome-within-applications',
          values: { selected: { field: 'selected' }, reserve: { field: 'reserve' }, kept },
        }),
      ];
};

const hasAmounts = (row: Row): boolean =>
  BUDGETS.some((key) => !isEmpty(row[key])) ||
  (isRecord(row.outcome) && !(isEmpty(row.outcome.requested) && isEmpty(row.outcome.amount)));

export const fundingCallRules = defineRules({
  reference: ({ row, now }) => ({
    prefix: `CALL-${textOf(row, 'openingDate')?.slice(0, 4) ?? now.getUTCFullYear()}-`,
    digits: 4,
  }),
  loadFacts: noFacts,
  derive: ({ row, now, isOriginal }) => (isOriginal ? deriveDates(row, now) : {}),
  onSave: ({ row }) => [
    ...checkDeadlines(row),
    ...checkBudgets(row),
    ...checkOutcome(row),
    ...checkWebAddress(row, 'sourceUrl'),
  ],
  onPublish: ({ row }) => [
    ...checkRequired(row, ['title', 'summary']),
    // Cascade calls of the EU's portal have deadlines alone, which are enough for a state.
    ...(isEmpty(row.deadlines) ? checkRequired(row, ['openingDate']) : []),
    ...(row.deadlineModel === 'continuous' ? [] : checkRequired(row, ['deadlines'])),
    ...checkItems(row, 'deadlines', ['dateTime', 'timezone']),
    ...(hasAmounts(row) && isEmpty(row.currency)
      ? [
          violation({
            path: ['currency'],
            rule: 'amount-has-currency',
            sentence: 'amounts-have-currency',
          }),
        ]
      : []),
  ],
});
