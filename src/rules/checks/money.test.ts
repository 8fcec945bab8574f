import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCurrencies, checkFundingWithinCosts } from './money';

describe('funding within costs', () => {
  it('adds decimals exactly', () => {
    const costs = [
      { amount: 0.1, currency: 'EUR' },
      { amount: '0.2', currency: 'EUR' },
    ];
    expect(checkFundingWithinCosts({ costs, funding: [{ amount: 0.3, currency: 'EUR' }] })).toEqual(
      [],
    );
  });

  it('counts each currency for itself', () => {
    const [only, ...others] = checkFundingWithinCosts({
      costs: [{ amount: 1000, currency: 'EUR' }],
      funding: [
        { amount: 1000, currency: 'EUR' },
        { amount: 1, currency: 'PLN' },
      ],
    });
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      path: ['funding'],
      name: 'funding-within-costs',
      message: 'funding: its total in PLN (1.00) exceeds that of the complete costs (0.00)',
    });
  });

  it('ignores what has no amount yet', () => {
    expect(checkFundingWithinCosts({ funding: [{ currency: 'EUR' }, { amount: '' }] })).toEqual([]);
  });

  it('holds for every split of the costs, and for none that is a cent more', () => {
    const cents = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 100 }), (parts, more) => {
        const costs = parts.map((part) => ({ amount: part / 100, currency: 'EUR' }));
        const funding = [...costs].reverse();
        expect(checkFundingWithinCosts({ costs, funding })).toEqual([]);
        const above = [...funding, { amount: more / 100, currency: 'EUR' }];
        expect(checkFundingWithinCosts({ costs, funding: above })).toHaveLength(1);
      }),
    );
  });
});

it('an amount names its currency', () => {
  expect(
    checkCurrencies(
      { costs: [{ amount: 0, currency: 'EUR' }, { amount: 5 }, {}] },
      { list: 'costs', amount: 'amount' },
    ).map(({ path }) => path),
  ).toEqual([['costs', '1', 'currency']]);
});
