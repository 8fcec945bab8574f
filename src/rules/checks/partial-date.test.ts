import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from './add-months';
import { endsAfterStart, partialDateSpan } from './partial-date';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('partial dates', () => {
  it.each([
    ['2007', '2007-01-01', '2007-12-31'],
    ['2008-02', '2008-02-01', '2008-02-29'],
    ['2007-02-28', '2007-02-28', '2007-02-28'],
  ])('%s spans %s to %s', (text, first, last) => {
    expect(partialDateSpan(text)).toEqual({ first, last });
  });

  it.each(['2007-02-29', '2007-13', '2007-00', '2007-1', '07', '2007-04-31', ''])(
    '%j is no date',
    (text) => {
      expect(partialDateSpan(text)).toBeUndefined();
    },
  );

  it.each([
    ['2007-05', '2007', true],
    ['2007', '2007-01-01', true],
    ['2007-05-02', '2007-05', true],
    ['2007-05', '2007-04', false],
    ['2008', '2007', false],
  ])('%s to %s may be a period: %s', (start, end, may) => {
    expect(endsAfterStart({ start, end })).toBe(may);
  });

  it('order days as text does', () => {
    fc.assert(
      fc.property(day, day, (start, end) => {
        expect(endsAfterStart({ start, end })).toBe(end >= start);
      }),
    );
  });

  it('stay possible when a part is left out', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom(4, 7, 10), fc.constantFrom(4, 7, 10), (a, b, i, j) => {
        const [start = a, end = b] = [a, b].sort();
        expect(endsAfterStart({ start: start.slice(0, i), end: end.slice(0, j) })).toBe(true);
      }),
    );
  });
});

describe('addMonths', () => {
  it.each([
    ['2024-03-15', 18, '2025-09-15'],
    ['2024-08-31', 18, '2026-02-28'],
    ['2022-08-31', 18, '2024-02-29'],
    ['2024-12-01', 1, '2025-01-01'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths({ day: from, months })).toBe(to);
  });

  it('never skips a month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const [year = 0, month = 0] = from.split('-').map(Number);
        const [toYear = 0, toMonth = 0] = addMonths({ day: from, months }).split('-').map(Number);
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
      }),
    );
  });
});
