import { expect, it } from 'vitest';
import { codeViolations } from './code-violations';
import type { Attributes } from './schema';
import { schemaViolations } from './schema-violations';

const components: Record<string, Attributes> = {
  'iris.cost': {
    code: { type: 'string', regex: '^[a-z0-9-]+$' },
    amount: { type: 'decimal', min: 0 },
    kind: { type: 'enumeration', enum: ['investment', 'operation'] },
  },
};

const attributes: Attributes = {
  title: { type: 'string', required: true, maxLength: 5 },
  email: { type: 'email' },
  score: { type: 'integer', min: 0, max: 4 },
  costs: { type: 'component', component: 'iris.cost', repeatable: true },
  fit: { type: 'component', component: 'iris.cost' },
};

const lookup = (uid: string) => components[uid] ?? {};
const broken = (row: Record<string, unknown>, complete = false) =>
  schemaViolations({ attributes, components: lookup, row, complete }).map(
    ({ path, name }) => `${path.join('.')} ${name}`,
  );

it('asks nothing of what is empty, but for what is required when it must be complete', () => {
  const row = { title: ' ', email: '', score: null, costs: [] };
  expect(broken(row)).toEqual([]);
  expect(broken(row, true)).toEqual(['title required']);
});

it('finds each broken form, at its place', () => {
  expect(
    broken({
      title: 'too long',
      email: 'nobody',
      score: 4.5,
      costs: [
        { code: 'ok', amount: 0 },
        { code: 'Not OK', amount: '-1', kind: 'gift' },
      ],
      fit: { amount: 'many' },
    }),
  ).toEqual([
    'title max-length',
    'email email',
    'score integer',
    'score max',
    'costs.1.code format',
    'costs.1.amount min',
    'costs.1.kind choice',
    'fit.amount number',
  ]);
});

it('a code names one item of its list', () => {
  const costs = [{ code: 'a' }, { code: 'b' }, { code: 'a' }, {}, {}];
  expect(
    codeViolations({ attributes, components: lookup, row: { costs } }).map(({ path }) => path),
  ).toEqual([['costs', '2', 'code']]);
});
