import { normaliseColumn } from '../normalise-column';
import type { Normalisation } from '../recipe';
import { type Oracle, type OracleLine, orNull, plain } from './oracle';

const scale: [number, number] = [0, 100];

/** Every rule on this column: minimum 2, maximum 10, mean 5, standard deviation √12. */
const VALUES = [2, 4, 4, 10];

const z = (x: number) => 50 + (10 * (x - 5)) / Math.sqrt(12);

type Case = {
  rule: Normalisation;
  setting?: { goalposts?: [number, number]; target?: number };
  reference?: number;
  more: number[];
  less: number[];
};

const CASES: Case[] = [
  {
    rule: { kind: 'goalposts', scale },
    setting: { goalposts: [0, 8] },
    more: [25, 50, 50, 100],
    less: [75, 50, 50, 0],
  },
  { rule: { kind: 'min-max', scale: [1, 9] }, more: [1, 3, 3, 9], less: [9, 7, 7, 1] },
  {
    rule: { kind: 'z-score', mean: 50, sd: 10 },
    more: [z(2), z(4), z(4), z(10)],
    less: [z(8), z(6), z(6), z(0)],
  },
  {
    rule: { kind: 'percentile-rank', scale },
    more: [0, 100 / 3, 100 / 3, 100],
    less: [100, 100 / 3, 100 / 3, 0],
  },
  { rule: { kind: 'borda' }, more: [0, 1, 1, 3], less: [3, 1, 1, 0] },
  {
    rule: { kind: 'distance-to-target', scale },
    setting: { target: 6 },
    more: [0, 50, 50, 100],
    less: [100, 100, 100, 0],
  },
  {
    rule: { kind: 'distance-to-reference', scale },
    reference: 6,
    more: [0, 50, 50, 200],
    less: [200, 150, 150, 0],
  },
  {
    rule: { kind: 'ratio-to-reference' },
    reference: 4,
    more: [50, 100, 100, 250],
    less: [200, 100, 100, 40],
  },
  { rule: { kind: 'distance-to-maximum', scale }, more: [0, 25, 25, 100], less: [100, 75, 75, 0] },
  {
    rule: { kind: 'fraction-of-maximum', scale },
    more: [20, 40, 40, 100],
    less: [100, 50, 50, 20],
  },
  { rule: { kind: 'none' }, more: [2, 4, 4, 10], less: [2, 4, 4, 10] },
];

const linesOf = (
  { rule, setting, reference, ...expected }: Case,
  direction: 'more' | 'less',
): OracleLine[] => {
  const outcome = normaliseColumn({
    values: Float64Array.from([...VALUES, Number.NaN]),
    rule,
    setting: { direction, ...setting },
    ...(reference === undefined ? {} : { references: new Float64Array(5).fill(reference) }),
  });
  const computed = (k: number) =>
    outcome.kind === 'normalised' ? orNull(outcome.values[k]) : null;
  return [...VALUES, null].map((value, k) => ({
    label: plain(`${rule.kind} ${direction === 'more' ? '↑' : '↓'} x = ${value ?? '–'}`),
    expected: value === null ? null : (expected[direction][k] ?? null),
    computed: computed(k),
  }));
};

/** Every normalisation in both directions, and a gap that stays one. */
export const normalisationOracle: Oracle = {
  code: 'normalisation',
  source: { fr: 'Calculé à la main', en: 'Computed by hand' },
  tolerance: 1e-10,
  lines: () => CASES.flatMap((one) => [...linesOf(one, 'more'), ...linesOf(one, 'less')]),
};
