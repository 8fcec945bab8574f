import { describe, expect, it } from 'vitest';
import type { SealedRules } from '../../../rules/type-rules';
import type { Row } from '../../../rules/violation';
import { applicationRules } from './application';
import { fundingCallRules } from './funding-call';

const now = new Date('2027-03-01T12:00:00.000Z');

const open = (rules: SealedRules, row: Row, isOriginal = true) =>
  rules.open({
    strapi: {} as never,
    documentId: undefined,
    locale: 'fr',
    isOriginal,
    stored: null,
    original: null,
    now,
    row,
  });

const broken = async (rules: SealedRules, row: Row, complete = false) =>
  (await open(rules, row))
    .judge({ row, complete })
    .map(({ path, name }) => `${path.join('.')} ${name}`);

describe('a funding call', () => {
  const call: Row = {
    title: 'A call',
    summary: 'For all.',
    openingDate: '2027-02-01',
    deadlines: [
      { dateTime: '2027-03-10T11:00:00.000Z', timezone: 'Europe/Paris' },
      { dateTime: '2027-06-10T10:00:00.000Z', timezone: 'Europe/Paris' },
    ],
    budgetMin: 1,
    budgetMax: '1.5',
    budgetTotal: 10,
    currency: 'EUR',
  };

  it('is complete as it stands', async () => {
    expect(await broken(fundingCallRules, call, true)).toEqual([]);
  });

  it('has what follows from its dates on its original alone', async () => {
    expect((await open(fundingCallRules, call)).derived).toEqual({
      opensAt: '2027-01-31T23:00:00.000Z',
      closesAt: '2027-06-10T10:00:00.000Z',
      cutoffs: ['2027-03-10T11:00:00.000Z', '2027-06-10T10:00:00.000Z'],
      state: 'open',
      nextDeadline: '2027-03-10T11:00:00.000Z',
    });
    expect((await open(fundingCallRules, call, false)).derived).toEqual({});
  });

  it('has its deadlines in order, after its opening, each with a zone', async () => {
    const [first, second] = call.deadlines as Row[];
    expect(await broken(fundingCallRules, { ...call, deadlines: [second, first] })).toEqual([
      'deadlines.1.dateTime deadlines-in-order',
    ]);
    expect(await broken(fundingCallRules, { ...call, openingDate: '2027-05-01' })).toEqual([
      'deadlines.0.dateTime deadline-after-opening',
    ]);
    const sameDay = ['2027-05-10T00:00:00.000Z', '2027-05-10T15:00:00.000Z'].map((dateTime) => ({
      dateTime,
      timezone: 'Europe/Brussels',
    }));
    // Midnight of an EU source is 17:00 in Brussels, which the second one is too.
    expect(await broken(fundingCallRules, { ...call, source: 'eu', deadlines: sameDay })).toEqual([
      'deadlines.1.dateTime deadlines-in-order',
    ]);
    const vague = [{ dateTime: 'soon', timezone: 'Paris' }, {}];
    expect(await broken(fundingCallRules, { ...call, deadlines: vague })).toEqual([
      'deadlines.0.timezone time-zone',
      'deadlines.0.dateTime real-date',
    ]);
    expect(await broken(fundingCallRules, { ...call, deadlines: [{}] }, true)).toEqual([
      'deadlines.0.dateTime required',
      'deadlines.0.timezone required',
    ]);
  });

  it('may lack its opening where it has a deadline, as cascade calls do', async () => {
    const row = { ...call, openingDate: null };
    expect(await broken(fundingCallRules, row, true)).toEqual([]);
    expect(await broken(fundingCallRules, { ...row, deadlines: [] }, true)).toEqual([
      'openingDate required',
      'deadlines required',
    ]);
  });

  it('needs no deadline only where it is continuous', async () => {
    const row = { ...call, deadlines: [] };
    expect(await broken(fundingCallRules, row, true)).toEqual(['deadlines required']);
    expect(await broken(fundingCallRules, { ...row, deadlineModel: 'continuous' }, true)).toEqual(
      [],
    );
  });

  it('has its budgets in order, in a currency', async () => {
    expect(await broken(fundingCallRules, { ...call, budgetMax: 0.5 })).toEqual([
      'budgetMax budgets-in-order',
    ]);
    expect(await broken(fundingCallRules, { ...call, budgetMax: null, budgetTotal: 0.5 })).toEqual([
      'budgetTotal budgets-in-order',
    ]);
    expect(await broken(fundingCallRules, { ...call, currency: '' }, true)).toEqual([
      'currency amount-has-currency',
    ]);
  });

  it('selects no more than applied', async () => {
    const outcome = { applications: 51, selected: 27, reserve: 17 };
    expect(await broken(fundingCallRules, { ...call, outcome })).toEqual([]);
    expect(
      await broken(fundingCallRules, { ...call, outcome: { ...outcome, reserve: 25 } }),
    ).toEqual(['outcome.applications outcome-within-applications']);
  });
});

it('an application asks for no more than it costs, and gets no more than it asked', async () => {
  const row = { call: [{ documentId: 'c' }], lead: [{ documentId: 'a' }] };
  const amounts = { total: 10, requested: 8, granted: 8, currency: 'EUR' };
  expect(await broken(applicationRules, { ...row, amounts })).toEqual([]);
  expect(await broken(applicationRules, { ...row, amounts: { ...amounts, granted: 9 } })).toEqual([
    'amounts.requested amounts-in-order',
  ]);
  expect(await broken(applicationRules, { ...row, amounts: { requested: 8 } })).toEqual([
    'amounts.currency amount-has-currency',
  ]);
});
