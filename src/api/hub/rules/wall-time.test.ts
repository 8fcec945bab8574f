import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOfWallTime, wallTimeAt } from './wall-time';

const iso = (day: string, time: string, zone: string) =>
  new Date(instantOfWallTime({ day, time, zone })).toISOString();

describe('the instant of a wall time', () => {
  it.each([
    ['2027-03-27', '17:00', 'Europe/Brussels', '2027-03-27T16:00:00.000Z'],
    ['2027-03-28', '17:00', 'Europe/Brussels', '2027-03-28T15:00:00.000Z'],
    ['2027-10-30', '17:00', 'Europe/Brussels', '2027-10-30T15:00:00.000Z'],
    ['2027-10-31', '17:00', 'Europe/Brussels', '2027-10-31T16:00:00.000Z'],
    ['2027-07-01', '00:00', 'America/Guadeloupe', '2027-07-01T04:00:00.000Z'],
    ['2027-07-01', '12:00', 'Indian/Reunion', '2027-07-01T08:00:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(iso(day, time, zone)).toBe(instant);
  });

  it('is the first of two in the repeated hour, and after the gap in the missing one', () => {
    expect(iso('2027-10-31', '02:30', 'Europe/Paris')).toBe('2027-10-31T00:30:00.000Z');
    expect(iso('2027-03-28', '02:30', 'Europe/Paris')).toBe('2027-03-28T01:30:00.000Z');
    // The Azores put their clocks forward at midnight.
    expect(iso('2027-03-28', '00:00', 'Atlantic/Azores')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('shows itself on the clocks of the zone, but for the missing hour', () => {
    const zones = fc.constantFrom(
      'Europe/Brussels',
      'Europe/Athens',
      'Atlantic/Canary',
      'Atlantic/Madeira',
      'America/Martinique',
      'Indian/Reunion',
      'UTC',
    );
    const minutes = fc.integer({
      min: Date.UTC(2000, 0) / 60_000,
      max: Date.UTC(2035, 0) / 60_000,
    });
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const instant = minute * 60_000;
        const { day, time } = wallTimeAt({ instant, zone });
        const found = instantOfWallTime({ day, time: time.slice(0, 5), zone });
        expect(wallTimeAt({ instant: found, zone })).toEqual({ day, time });
        expect([0, 3_600_000]).toContain(instant - found);
      }),
      { numRuns: 500 },
    );
  });
});
