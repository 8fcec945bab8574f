import { describe, expect, it } from 'vitest';
import { parseFilters } from './parse-filters';

const rules = {
  attributes: { themes: 'text', isSample: 'boolean', start: 'date', size: 'number' },
  computed: { state: () => ({ open: 'end > 5', closed: 'end <= 5' }) },
} as const;
const parse = (filters: unknown) => parseFilters({ filters, rules, path: ['filters'] });

describe('parseFilters', () => {
  it.each<[unknown, string]>([
    [undefined, ''],
    [{}, ''],
    [{ themes: 'A' }, 'themes IN ["A"]'],
    [{ themes: ['A', 'B'] }, 'themes IN ["A", "B"]'],
    [{ themes: { 0: 'A', 1: 'B' } }, 'themes IN ["A", "B"]'],
    [{ themes: { $eqi: 'a' } }, 'themes IN ["a"]'],
    [{ themes: { $ne: 'A' } }, 'NOT themes IN ["A"]'],
    [{ themes: { $in: { 0: 'A', 1: 'B' } } }, 'themes IN ["A", "B"]'],
    [{ themes: { $notIn: ['A'] } }, 'NOT themes IN ["A"]'],
    [{ themes: { $not: { $in: ['A'] } } }, 'NOT themes IN ["A"]'],
    [{ themes: { $or: ['A', { $eq: 'B' }] } }, '(themes IN ["A"] OR themes IN ["B"])'],
    [{ isSample: 'true' }, 'isSample IN [true]'],
    [{ isSample: { $eq: '0' } }, 'isSample IN [false]'],
    [{ size: { $gt: '1.5', $lte: '3' } }, '(size > 1.5 AND size <= 3)'],
    [{ size: { $between: ['1', '2'] } }, '(size >= 1 AND size <= 2)'],
    [{ start: { $gte: '1970-01-02' } }, 'start >= 86400'],
    [{ start: { $lt: '1970-01-01T01:00:00+01:00' } }, 'start < 0'],
    [{ start: { $null: 'true' } }, '(start NOT EXISTS OR start IS NULL OR start IS EMPTY)'],
    [{ start: { $notNull: 'false' } }, '(start NOT EXISTS OR start IS NULL OR start IS EMPTY)'],
    [{ state: 'open' }, 'end > 5'],
    [{ state: { $in: ['open', 'closed'] } }, '(end > 5 OR end <= 5)'],
    [{ state: { $ne: 'open' } }, 'NOT end > 5'],
    [
      { $or: [{ themes: 'A' }, { $and: [{ size: '1' }, { isSample: 'false' }] }] },
      '(themes IN ["A"] OR (size IN [1] AND isSample IN [false]))',
    ],
    [{ $not: { themes: 'A' }, size: '2' }, '(NOT themes IN ["A"] AND size IN [2])'],
  ])('reads %j', (filters, expression) => {
    expect(parse(filters)).toEqual({ state: 'valid', value: expression });
  });

  it.each<[unknown, string]>([
    ['themes', 'filters takes attributes'],
    [{ secret: 'x' }, 'filters[secret] is not an attribute of search: use isSample, size, start'],
    [{ constructor: 'x' }, 'filters[constructor] is not an attribute'],
    [{ themes: { $gt: 'A' } }, 'filters[themes][$gt] is not possible: use $eq, $eqi, $ne'],
    [{ themes: { name: 'A' } }, 'filters[themes][name] is not possible'],
    [{ themes: { $eq: { x: 'A' } } }, 'filters[themes][$eq] must be a text'],
    [{ isSample: 'maybe' }, 'filters[isSample] must be true or false'],
    [{ size: { $in: ['1', 'x'] } }, 'filters[size][$in] must be a number'],
    [{ size: { $between: ['1'] } }, 'filters[size][$between] takes two values'],
    [{ start: { $gte: 'soon' } }, 'filters[start][$gte] must be a date such as 2006'],
    [{ start: { $gte: '2006-13-01' } }, 'filters[start][$gte] must be a date'],
    [{ state: 'ajar' }, 'filters[state] must be one of open, closed'],
    [{ state: { $gt: 'open' } }, 'filters[state][$gt] is not possible: use $eq'],
    [{ $and: ['x'] }, 'filters[$and] takes attributes'],
    [{ themes: Array.from({ length: 101 }, () => 'A') }, 'filters may compare with 100 values'],
  ])('refuses %j by name', (filters, message) => {
    const read = parse(filters);
    expect(read.state === 'invalid' && read.problems[0]?.message).toContain(message);
  });

  it('tells all that is wrong at once', () => {
    const read = parse({ size: 'x', start: 'y' });
    expect(read.state === 'invalid' && read.problems.map(({ path }) => path)).toEqual([
      ['filters', 'size'],
      ['filters', 'start'],
    ]);
  });
});
