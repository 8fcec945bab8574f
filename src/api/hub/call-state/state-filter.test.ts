import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../rules/checks/instants';
import { callDates, callStateAt } from '../rules/call-dates';
import { stateFilter } from './state-filter';

type Row = Record<string, unknown>;

/** What the database makes of the operators that the filters use: a comparison with null holds never. */
const matches = (filter: unknown, row: Row): boolean =>
  Object.entries(filter as Row).every(([key, value]) => {
    if (key === '$and') return (value as unknown[]).every((one) => matches(one, row));
    if (key === '$or') return (value as unknown[]).some((one) => matches(one, row));
    const stored = row[key] ?? null;
    return Object.entries(value as Row).every(([operator, operand]) => {
      if (operator === '$null') return stored === null;
      if (operator === '$notNull') return stored !== null;
      const one = toInstant(stored);
      const other = toInstant(operand) ?? Number.NaN;
      if (one === undefined) return false;
      if (operator === '$lte') return one <= other;
      if (operator === '$gt') return one > other;
      throw new Error(`The test knows no ${operator}`);
    });
  });

const conditions: [unknown, (state: string | null) => boolean][] = [
  ['open', (state) => state === 'open'],
  [{ $eq: 'closed' }, (state) => state === 'closed'],
  [{ $eqi: 'OPEN' }, (state) => state === 'open'],
  [{ $ne: 'open' }, (state) => state !== 'open'],
  [['open', 'forthcoming'], (state) => state === 'open' || state === 'forthcoming'],
  [{ $in: ['open', 'forthcoming'] }, (state) => state === 'open' || state === 'forthcoming'],
  [{ $notIn: ['closed'] }, (state) => state !== 'closed'],
  [{ $null: true }, (state) => state === null],
  [{ $null: 'false' }, (state) => state !== null],
  [{ $notNull: true }, (state) => state !== null],
  [{ $not: { $eq: 'open' } }, (state) => state !== 'open'],
  [
    { $or: [{ $eq: 'open' }, { $eq: 'closed' }] },
    (state) => state === 'open' || state === 'closed',
  ],
  [{ $ne: 'open', $notNull: true }, (state) => state !== 'open' && state !== null],
  ['gone', () => false],
];

describe('a filter on state', () => {
  // Minutes about the spring change of 2027 in Europe.
  const minute = fc
    .integer({ min: -2 * 1440, max: 2 * 1440 })
    .map((minutes) => Date.parse('2027-03-28T01:00:00.000Z') + minutes * 60_000);

  it('finds at each minute the calls whose computed state it allows', () => {
    fc.assert(
      fc.property(
        fc.array(minute, { maxLength: 3 }),
        fc.option(minute, { nil: undefined }),
        fc.constantFrom('eu', 'national'),
        minute,
        fc.integer({ min: 0, max: conditions.length - 1 }),
        (deadlines, opening, source, now, index) => {
          const dates = callDates({
            source,
            ...(opening === undefined
              ? {}
              : { openingDate: new Date(opening).toISOString().slice(0, 10) }),
            deadlines: deadlines.map((instant) => ({
              dateTime: new Date(instant).toISOString(),
              timezone: 'Europe/Paris',
            })),
          });
          const [condition, allows] = conditions[index] ?? ['', () => false];
          const filter = stateFilter({ condition, now });
          const row = { id: 1, opensAt: dates.opensAt, closesAt: dates.closesAt };
          expect(matches(filter, row)).toBe(allows(callStateAt({ ...dates, now }) ?? null));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is refused where it makes no sense for three words', () => {
    expect(() => stateFilter({ condition: { $gt: 'open' }, now: 0 })).toThrow('$gt');
  });
});
