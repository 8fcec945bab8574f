import { isEmpty, itemsOf, numberOf, textOf } from '../readers';
import { type Row, type Violation, violation } from '../violation';

/** Sums per currency in hundredths, so that decimal fractions add up exactly. */
const centsPerCurrency = (items: readonly Row[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const item of items) {
    const amount = numberOf(item, 'amount');
    if (amount === undefined) continue;
    const currency = textOf(item, 'currency') ?? '';
    sums.set(currency, (sums.get(currency) ?? 0) + Math.round(amount * 100));
  }
  return sums;
};

/** Each amount of the list names its currency. */
export const checkCurrencies = (
  row: Row,
  { list, amount }: { list: string; amount: string },
): Violation[] =>
  itemsOf(row, list).flatMap((item, index) =>
    isEmpty(item[amount]) || textOf(item, 'currency') !== undefined
      ? []
      : [
          violation({
            path: [list, index, 'currency'],
            rule: 'amount-has-currency',
            values: { amount: { field: amount } },
          }),
        ],
  );

const format = (cents: number) => (cents / 100).toFixed(2);

/** In no currency is more funded than it costs. */
export const checkFundingWithinCosts = (row: Row): Violation[] => {
  const costs = centsPerCurrency(itemsOf(row, 'costs'));
  return [...centsPerCurrency(itemsOf(row, 'funding'))].flatMap(([currency, funded]) => {
    const cost = costs.get(currency) ?? 0;
    return funded <= cost
      ? []
      : [
          violation({
            path: ['funding'],
            rule: 'funding-within-costs',
            sentence: currency === '' ? 'funding-within-costs.no-currency' : 'funding-within-costs',
            values: { currency, funded: format(funded), cost: format(cost) },
          }),
        ];
  });
};
