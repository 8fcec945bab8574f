import { expect, test } from 'vitest';
import { nextDeadline } from './next-deadline';

const now = Date.UTC(2026, 0, 10);
const deadline = (dateTime: string, timezone?: string) => ({ dateTime, timezone });
const call = {
  source: 'national',
  deadlines: [
    deadline('2026-03-01T11:00:00.000Z', 'Europe/Paris'),
    deadline('2026-01-01T11:00:00.000Z', 'Europe/Paris'),
    deadline('2026-01-12T09:00:00.000Z', 'Atlantic/Madeira'),
  ],
};

test('is the first one ahead, in the zone in which it is given', () => {
  expect(nextDeadline({ call, now })).toEqual({
    instant: Date.UTC(2026, 0, 12, 9),
    timezone: 'Atlantic/Madeira',
    last: false,
  });
});

test('closes the call when none comes after it', () => {
  expect(nextDeadline({ call, now: Date.UTC(2026, 1, 1) })).toMatchObject({ last: true });
});

test('is none when all are over', () => {
  expect(nextDeadline({ call, now: Date.UTC(2026, 5, 1) })).toBeUndefined();
  expect(nextDeadline({ call: {}, now })).toBeUndefined();
});
