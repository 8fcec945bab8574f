import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callDates, callStateAt, cutoffOf, nextDeadlineAt } from './call-dates';

const MINUTE = 60_000;
const at = (text: string) => Date.parse(text);
const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();

describe('a deadline', () => {
  const cutoff = (dateTime: string, source: string, timezone = 'Europe/Brussels') =>
    iso(cutoffOf({ deadline: { dateTime, timezone }, source }));

  it('holds until its own instant', () => {
    expect(cutoff('2027-03-28T10:00:00.000Z', 'regional')).toBe('2027-03-28T10:00:00.000Z');
    expect(cutoff('2027-03-28T00:00:00.000Z', 'national')).toBe('2027-03-28T00:00:00.000Z');
    expect(cutoff('2026-10-22T23:59:00.000Z', 'eu')).toBe('2026-10-22T23:59:00.000Z');
  });

  it('that an EU source gives at midnight holds until 17:00 in Brussels that day', () => {
    expect(cutoff('2027-03-27T00:00:00.000Z', 'eu')).toBe('2027-03-27T16:00:00.000Z');
    expect(cutoff('2027-03-28T00:00:00.000Z', 'eu')).toBe('2027-03-28T15:00:00.000Z');
    expect(cutoff('2027-10-31T00:00:00.000Z', 'eu')).toBe('2027-10-31T16:00:00.000Z');
    // Midnight of its own zone is midnight too.
    expect(cutoff('2027-03-27T23:00:00.000Z', 'eu')).toBe('2027-03-28T15:00:00.000Z');
    expect(cutoff('2027-10-30T22:00:00.000Z', 'eu')).toBe('2027-10-31T16:00:00.000Z');
  });

  it('without a date is none', () => {
    expect(cutoffOf({ deadline: {}, source: 'eu' })).toBeUndefined();
  });
});

describe('a call', () => {
  const row = {
    source: 'eu',
    openingDate: '2027-03-28',
    deadlines: [
      { dateTime: '2027-03-30T00:00:00.000Z', timezone: 'Europe/Brussels' },
      { dateTime: '2027-10-31T00:00:00.000Z', timezone: 'Europe/Brussels' },
    ],
  };
  const { opensAt, closesAt, cutoffs } = callDates(row);

  it('opens with its day and closes with its last deadline', () => {
    expect(iso(opensAt)).toBe('2027-03-27T23:00:00.000Z');
    expect(cutoffs.map(iso)).toEqual(['2027-03-30T15:00:00.000Z', '2027-10-31T16:00:00.000Z']);
    expect(closesAt).toBe(cutoffs[1]);
  });

  it.each([
    ['2027-03-27T22:59:59.999Z', 'forthcoming', 0],
    ['2027-03-27T23:00:00.000Z', 'open', 0],
    ['2027-03-30T14:59:59.999Z', 'open', 0],
    ['2027-03-30T15:00:00.000Z', 'open', 1],
    ['2027-10-31T15:59:59.999Z', 'open', 1],
    ['2027-10-31T16:00:00.000Z', 'closed', 1],
  ])('at %s is %s', (moment, state, next) => {
    expect(callStateAt({ opensAt, closesAt, now: at(moment) })).toBe(state);
    expect(nextDeadlineAt({ cutoffs, now: at(moment) })).toBe(cutoffs[next]);
  });

  it('opens with the day where its deadline is', () => {
    const { opensAt: opening } = callDates({
      source: 'regional',
      openingDate: '2027-07-01',
      deadlines: [{ dateTime: '2027-08-01T10:00:00.000Z', timezone: 'America/Guadeloupe' }],
    });
    expect(iso(opening)).toBe('2027-07-01T04:00:00.000Z');
  });

  it('without a deadline stays open, without any date has no state', () => {
    const now = at('2027-01-01T00:00:00.000Z');
    const dates = callDates({ openingDate: '2026-01-01' });
    expect(callStateAt({ ...dates, now })).toBe('open');
    expect(nextDeadlineAt({ cutoffs: dates.cutoffs, now })).toBeUndefined();
    expect(callStateAt({ ...callDates({}), now })).toBeUndefined();
  });

  it('goes from forthcoming to open to closed and never back, whatever the clocks do', () => {
    const order = ['forthcoming', 'open', 'closed'];
    // Around the changes of the clocks of 2027, in minutes.
    const around = fc
      .constantFrom('2027-03-28T01:00:00.000Z', '2027-10-31T01:00:00.000Z')
      .chain((change) =>
        fc
          .integer({ min: -3 * 1440, max: 3 * 1440 })
          .map((minutes) => at(change) + minutes * MINUTE),
      );
    const source = fc.constantFrom('eu', 'regional', 'national');
    const zone = fc.constantFrom('Europe/Brussels', 'Atlantic/Azores', 'Europe/Athens', 'UTC');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(around, zone), { maxLength: 4 }),
        around,
        source,
        fc.array(around, { minLength: 2, maxLength: 8 }),
        (list, opening, from, moments) => {
          const deadlines = list.map(([instant, timezone]) => ({
            dateTime: new Date(instant).toISOString(),
            timezone,
          }));
          const openingDate = new Date(opening).toISOString().slice(0, 10);
          const dates = callDates({ source: from, openingDate, deadlines });
          const states = [...moments]
            .sort((one, other) => one - other)
            .map((now) => callStateAt({ ...dates, now }) ?? '');
          const ranks = states.map((state) => order.indexOf(state));
          expect(ranks).toEqual([...ranks].sort());
          for (const now of moments) {
            const next = nextDeadlineAt({ cutoffs: dates.cutoffs, now });
            if (next === undefined) continue;
            // The next deadline is past for a closed call alone.
            expect(next > now).toBe(dates.closesAt !== undefined && dates.closesAt > now);
            expect(dates.cutoffs.some((cutoff) => cutoff > now && cutoff < next)).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of an EU source, given a day, is open through 16:59 in Brussels on it, every day of the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), (offset) => {
        const day = new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000);
        const { closesAt: end = 0 } = callDates({
          source: 'eu',
          deadlines: [{ dateTime: day.toISOString(), timezone: 'Europe/Brussels' }],
        });
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: 'Europe/Brussels',
          dateStyle: 'short',
          timeStyle: 'short',
        });
        expect(shown.format(end)).toBe(`${day.toISOString().slice(0, 10)} 17:00`);
        expect(callStateAt({ opensAt: undefined, closesAt: end, now: end - 1 })).toBe('open');
      }),
    );
  });
});
