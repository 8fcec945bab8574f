import { expect, it } from 'vitest';
import { filterExpression } from './filter-expression';

it('joins clauses by AND and values by IN', () => {
  expect(
    filterExpression([
      { attribute: 'access', values: ['public'] },
      { attribute: 'themes', values: ['A', 'B'] },
    ]),
  ).toBe('access IN ["public"] AND themes IN ["A", "B"]');
});

it('lets no value out of its quotes', () => {
  expect(
    filterExpression([{ attribute: 'themes', values: ['x"] OR access IN ["members\\'] }]),
  ).toBe('themes IN ["x\\"] OR access IN [\\"members\\\\"]');
});
